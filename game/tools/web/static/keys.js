// The keyboard: the game's keys, each of which is printed on what it presses, and Shift three times.
(function () {
  "use strict";

  const WITHIN = 5000;
  let shifts = [];
  let alone = true;

  /** Keys that mean the same everywhere but on the exercise. */
  const EVERYWHERE = {
    F1: Beratta.to("help"),
    F2: function (event) { Beratta.turnLanguage(event.shiftKey ? -1 : 1); },
    F3: Beratta.to("settings"),
    r: function () { Beratta.hear(); },
    o: function () { if (document.querySelector("[data-id=words]")) { Beratta.push({ name: "words" }); } }
  };

  function typing(target) {
    return target.tagName === "INPUT";
  }

  /** A letter of either size is the same key; the arrows go along the text, whichever way it runs. */
  function named(key) {
    const turned = Beratta.leftward() ? { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" }[key] : "";
    return turned || (key.length === 1 ? key.toLowerCase() : key);
  }

  /** What a key means on the page that is shown; Space and Enter are left to what has focus. */
  function meaning(event) {
    const page = Beratta.pageNow();
    const key = named(event.key);
    const pressing = event.target.closest("button, a, input");
    if (typing(event.target) && (key.length === 1 || key === "Backspace" || key.indexOf("Arrow") === 0)) {
      return null;
    }
    if ((key === " " || key === "Enter") && pressing && !typing(event.target) && page.kind !== "hidden") {
      return null;
    }
    if (key === "Enter" && pressing && page.kind === "hidden" && pressing.dataset.id === "tables") {
      return null;
    }
    if (page.keys && page.keys[key]) {
      return page.keys[key];
    }
    if ((key === " " || key === "Enter") && page.go) {
      return page.go;
    }
    return page.kind === "hidden" ? null : EVERYWHERE[key] || arrows(key);
  }

  /** The arrows move the focus where they mean nothing else. */
  function arrows(key) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[key];
    return by ? function () { move(by); } : null;
  }

  function move(by) {
    const all = Array.from(document.querySelectorAll("#page button:not([disabled]), #page input"));
    const place = all.indexOf(document.activeElement);
    const next = place < 0 ? (by > 0 ? 0 : all.length - 1) : (place + by + all.length) % all.length;
    if (all.length) {
      all[next].focus();
    }
  }

  function keyDown(event) {
    if (event.key === "Shift") {
      alone = !event.repeat || alone;
    } else {
      alone = false;
      shifts = [];
    }
    if (event.ctrlKey || event.altKey || event.metaKey || !Beratta.pageNow()) {
      return;
    }
    const act = meaning(event);
    if (act && !(event.repeat && event.key !== "Backspace")) {
      event.preventDefault();
      act(event);
    } else if (act) {
      event.preventDefault();
    }
  }

  // Shift counts when it was pressed alone: with Tab it is a way to walk, not to hide.
  function keyUp(event) {
    if (event.key !== "Shift") {
      return;
    }
    const now = Date.now();
    shifts = alone ? shifts.filter(function (then) { return now - then < WITHIN; }).concat(now) : [];
    alone = true;
    if (shifts.length >= 3) {
      shifts = [];
      if (Beratta.app.hidden) {
        Beratta.show();
      } else {
        Beratta.hide();
      }
    }
  }

  document.addEventListener("keydown", keyDown);
  document.addEventListener("keyup", keyUp);
})();
