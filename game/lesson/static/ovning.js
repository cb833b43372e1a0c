// Dölj: at once, without asking anybody, the page is an exercise in multiplication; and the way back from it.
// On the page of the exercise itself this only makes it work without loading anew.
(function () {
  "use strict";

  const TABLES = [2, 3, 4, 5, 6, 7, 8, 9];
  const STRIDE = 27;
  const WITHIN = 5000;
  const body = document.body;
  const page = document.getElementById("exercise");
  const form = document.getElementById("exercise-form");
  const answer = document.getElementById("exercise-answer");
  const verdict = document.getElementById("exercise-verdict");
  const count = document.getElementById("exercise-count");
  const heading = document.getElementById("exercise-heading");
  const button = document.getElementById("hide");
  const alone = !button;
  let number = Number(form.dataset.number);
  let right = Number(form.dataset.right);
  let taps = 0;
  let shifts = [];
  let otherKey = false;
  const back = heading.dataset.back;

  function task() {
    const place = number * STRIDE + 43;
    return [TABLES[place % 8], TABLES[Math.floor(place / 8) % 8]];
  }

  function write() {
    document.getElementById("exercise-sum").textContent = task().join(" · ");
    count.textContent = count.dataset.count.replace("{n}", String(right));
    answer.value = "";
  }

  function submit(event) {
    event.preventDefault();
    taps = 0;
    if (!/^\s*\d{1,3}\s*$/.test(answer.value)) {
      return;
    }
    const factors = task();
    const correct = Number(answer.value) === factors[0] * factors[1];
    if (correct) {
      number += 1;
      right += 1;
    }
    write();
    verdict.textContent = correct ? verdict.dataset.right : verdict.dataset.again;
    answer.focus();
  }

  function hidden() {
    return body.classList.contains("hiding");
  }

  function hide() {
    if (hidden()) {
      return;
    }
    body.classList.add("hiding");
    page.hidden = false;
    document.getElementById("exercise-hint").hidden = !document.querySelector("[data-practises]");
    // Neither the address nor the way back by the browser's arrow tells what was here.
    history.replaceState({ back: back }, "", button.getAttribute("href").replace(/asked=[^&]*/, ""));
    taps = 0;
    write();
    verdict.textContent = "";
    scrollTo(0, 0);
    answer.focus();
  }

  function show() {
    if (alone) {
      const state = history.state;
      location.replace(state && state.back ? state.back : back);
      return;
    }
    history.replaceState(null, "", back);
    body.classList.remove("hiding");
    page.hidden = true;
    document.dispatchEvent(new CustomEvent("shown"));
  }

  function pressedThrice(event) {
    event.preventDefault();
    taps += 1;
    if (taps >= 3) {
      show();
    }
  }

  function keyDown(event) {
    if (event.key !== "Shift") {
      otherKey = true;
      shifts = [];
    } else if (!event.repeat) {
      otherKey = false;
    }
  }

  // Shift counts when it was pressed alone: with Tab it is a way to walk, not to hide.
  function keyUp(event) {
    if (event.key !== "Shift" || otherKey) {
      return;
    }
    const now = Date.now();
    shifts = shifts.filter(function (then) { return now - then < WITHIN; }).concat(now);
    if (shifts.length < 3) {
      return;
    }
    shifts = [];
    if (hidden()) {
      show();
    } else {
      hide();
    }
  }

  form.addEventListener("submit", submit);
  heading.addEventListener("click", pressedThrice);
  document.addEventListener("keydown", keyDown);
  document.addEventListener("keyup", keyUp);
  if (button) {
    button.addEventListener("click", function (event) {
      event.preventDefault();
      hide();
    });
  }
})();
