// The game itself, within the lesson's page: so the teacher's "Titta hit" reaches those who play in a browser, and the class's
// counts know in which scenes it is. The game never speaks to the hub; this page tells the scene, and nothing else of it.
/* global Shared */
/* exported Play */
const Play = (function () {
  "use strict";

  const AGAIN = 2000;
  const section = document.getElementById("game");
  const hide = document.getElementById("hide");
  const bar = document.querySelector("#game p");
  let frame = null;
  let step = "";
  let scene = "";
  let told = "";
  let isTelling = false;
  let isInterrupted = false;

  function open(link) {
    if (!frame) {
      frame = document.createElement("iframe");
      frame.title = link.textContent;
      frame.src = link.href;
      section.append(frame);
    }
    show();
  }

  function show() {
    isInterrupted = false;
    section.hidden = false;
    document.body.classList.add("playing");
    frame.focus();
  }

  // Back to the lesson's page; the game waits behind it, where it was.
  function rest() {
    section.hidden = true;
    document.body.classList.remove("playing");
    if (frame) {
      frame.contentWindow.postMessage({ rest: true }, location.origin);
    }
    Shared.focusHeading();
  }

  function close() {
    rest();
    if (frame) {
      frame.remove();
    }
    frame = null;
    scene = "";
    told = "";
    isInterrupted = false;
  }

  function settle(state) {
    const plays = state.step && state.step.kind === "play" ? state.step.id : "";
    if (frame && state.phase === "paused") {
      isInterrupted = isInterrupted || !section.hidden;
      rest();
    } else if (frame && plays !== step) {
      close();
    } else if (frame && isInterrupted) {
      show();
    }
    if (state.phase !== "paused") {
      step = plays;
      tell();
    }
  }

  function tell() {
    if (isTelling || !step || !scene || scene === told) {
      return;
    }
    isTelling = true;
    const sent = scene;
    Shared.request("/progress", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ scene: sent })
    }).then(function (response) {
      isTelling = false;
      if (response.ok) {
        told = sent;
        tell();
      } else if (response.status === 429 || response.status >= 500) {
        setTimeout(tell, AGAIN);
      }
    }).catch(function () {
      isTelling = false;
      setTimeout(tell, AGAIN);
    });
  }

  // What is hidden in the game is hidden here too: neither the row above it nor the address tells what was there.
  function hidden(isHidden) {
    if (bar.hidden !== isHidden) {
      bar.hidden = isHidden;
      history.replaceState(null, "", isHidden ? hide.getAttribute("href").replace(/asked=[^&]*/, "") : document.getElementById("exercise-heading").dataset.back);
    }
  }

  window.addEventListener("message", function (event) {
    const news = event.data;
    if (!frame || event.source !== frame.contentWindow || event.origin !== location.origin || !news) {
      return;
    }
    if (news.left === true) {
      document.body.textContent = "";
      location.replace("about:blank");
    } else if (typeof news.scene === "string" && typeof news.hidden === "boolean") {
      hidden(news.hidden);
      scene = news.scene || scene;
      tell();
    }
  });

  function isOpen() {
    return !section.hidden;
  }

  return { isOpen: isOpen, open: open, rest: rest, close: close, settle: settle };
})();
