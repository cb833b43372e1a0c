// What a pupil chose: shown at once, called saved only when the hub has it, and sent until it has.
/* global Shared */
/* exported Answers */
const Answers = (function () {
  "use strict";

  const PRESSED_TWICE = 400;
  const AFTER_A_PAUSE = 2000;
  const now = Shared.now;
  const say = Shared.say;
  const told = Shared.told;

  let pending = null;
  let isSending = false;
  let lastPress = 0;
  let lastPressed = null;
  let isLate = false;
  let whenStored = null;
  let whenRefused = null;

  function mark(choice, waits) {
    const buttons = now.querySelectorAll("[data-choice]");
    for (let each = 0; each < buttons.length; each += 1) {
      const button = buttons[each];
      const chosen = choice !== null && Number(button.dataset.choice) === choice;
      button.setAttribute("aria-pressed", chosen ? "true" : "false");
      button.classList.toggle("sending", chosen && waits);
      if (!button.classList.contains("choice")) {
        button.value = chosen ? "" : "0";
      }
    }
    const takeBack = now.querySelector(".take-back");
    if (takeBack) {
      if (choice === null && document.activeElement === takeBack) {
        buttons[0].focus();
      }
      takeBack.hidden = choice === null;
    }
  }

  function press(button) {
    const at = Date.now();
    if (button === lastPressed && at - lastPress < PRESSED_TWICE) {
      return;
    }
    lastPress = at;
    lastPressed = button;
    const fields = button.form.elements;
    pending = {
      step: fields.step.value,
      round: Number(fields.round.value),
      choice: button.value === "" ? null : Number(button.value),
      isFlag: button.classList.contains("flag") && !button.classList.contains("choice")
    };
    mark(pending.choice, true);
    say(told("sending"), false);
    send();
  }

  function send() {
    if (!pending || isSending) {
      return;
    }
    isSending = true;
    const sent = pending;
    Shared.request("/vote", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ step: sent.step, round: sent.round, choice: sent.choice })
    }).then(function (response) {
      return response.json().catch(function () { return {}; }).then(function (answer) {
        isSending = false;
        Shared.contact(true);
        answered(sent, response.status, answer);
      });
    }).catch(function () {
      isSending = false;
      Shared.contact(false);
      say(told("kept"), false);
      setTimeout(send, Shared.wait());
    });
  }

  function answered(sent, code, answer) {
    if (code === 200 && answer.stored) {
      whenStored(answer.rev);
      if (pending !== sent) {
        send();
        return;
      }
      pending = null;
      mark(sent.choice, false);
      const saved = sent.isFlag ? "flagged" : "stored";
      say(told(sent.choice === null ? "taken" : saved), sent.choice !== null);
    } else if (code === 423) {
      say(told("paused"), false);
      setTimeout(send, AFTER_A_PAUSE);
    } else if (code === 429 || code >= 500) {
      say(told("slow"), false);
      setTimeout(send, Shared.wait());
    } else {
      drop();
      whenRefused();
    }
  }

  // The class has gone on, and this is not asked any more; said beside what is asked now.
  function drop() {
    isLate = Boolean(pending) && !pending.isFlag;
    pending = null;
  }

  function takeLate() {
    const said = isLate ? told("late") : "";
    isLate = false;
    return said;
  }

  function settle(state) {
    if (!pending) {
      return;
    }
    const isAsked = state.step && state.step.id === pending.step && state.round === pending.round;
    if (isAsked || state.phase === "paused") {
      send();
    } else {
      drop();
    }
  }

  return {
    press: press,
    settle: settle,
    show: function (choice) { mark(pending ? pending.choice : choice, Boolean(pending)); },
    forget: function () { pending = null; },
    takeLate: takeLate,
    onStored: function (then) { whenStored = then; },
    onRefused: function (then) { whenRefused = then; }
  };
})();
