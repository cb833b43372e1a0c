// Hands: what is pressed on a pupil's page, and help that opens in it without leaving the vote.
/* global Shared, Answers, News, Play */
(function () {
  "use strict";

  const now = Shared.now;
  const help = Shared.help;
  const lesson = document.getElementById("lesson");
  const foot = document.querySelector(".foot");
  const opener = document.getElementById("open-help");
  const news = document.getElementById("news");

  function openHelp(event) {
    event.preventDefault();
    lesson.hidden = true;
    foot.hidden = true;
    help.hidden = false;
    news.textContent = "";
    scrollTo(0, 0);
    help.querySelector("h1").focus({ preventScroll: true });
  }

  function closeHelp() {
    help.hidden = true;
    lesson.hidden = false;
    foot.hidden = false;
    if (news.textContent) {
      Shared.focusHeading();
    } else {
      opener.focus();
    }
  }

  function clicked(event) {
    const pressed = event.target.closest("button, a");
    if (!pressed) {
      return;
    }
    if (pressed.name === "choice") {
      event.preventDefault();
      Answers.press(pressed);
    } else if (pressed === opener) {
      openHelp(event);
    } else if (pressed.id === "to-game") {
      event.preventDefault();
      Play.open(pressed);
    } else if (pressed.id === "game-back") {
      Play.rest();
    } else if (pressed.id === "help-back") {
      closeHelp();
    } else if (pressed.hasAttribute("hreflang")) {
      event.preventDefault();
      // Without contact there would be no page at all, and an answer that waits would be lost.
      if (!Shared.isLost()) {
        location.replace(pressed.href);
      }
    }
  }

  function pressedKey(event) {
    const isTyped = event.target.tagName === "INPUT" || event.ctrlKey || event.altKey || event.metaKey;
    if (isTyped || Shared.isHiding() || Play.isOpen()) {
      return;
    }
    if (!help.hidden) {
      if (event.key === "Escape") {
        closeHelp();
      }
    } else if (event.key === "F1") {
      openHelp(event);
    } else if (/^[1-9]$/.test(event.key)) {
      press(now.querySelectorAll(".choice")[Number(event.key) - 1]);
    } else if (event.key.toLowerCase() === "f") {
      press(now.querySelector(".flag:not(.choice)"));
    }
  }

  function press(button) {
    if (button) {
      button.focus();
      button.click();
    }
  }

  function closeLanguages(event) {
    const list = document.querySelector(".languages");
    if (list.open && (event.key === "Escape" || (event.type === "click" && !list.contains(event.target)))) {
      list.open = false;
    }
  }

  document.addEventListener("click", clicked);
  document.addEventListener("click", closeLanguages);
  document.addEventListener("keydown", pressedKey);
  document.addEventListener("keydown", closeLanguages);
  document.addEventListener("shown", Shared.focusHeading);

  const join = document.getElementById("join");
  if (join && !document.getElementById("notice") && document.referrer.indexOf(Shared.base) < 0) {
    join.submit();
  } else if (Shared.scene().hasAttribute("data-mine")) {
    News.start();
  }
})();
