// Dölj: at once the page is an ordinary exercise in multiplication, which works. And the way out, after which nothing is left.
(function () {
  "use strict";

  const el = Beratta.el;
  const button = Beratta.button;
  const t = Beratta.t;
  const app = Beratta.app;
  const exercise = { number: 0, right: 0, taps: 0, typed: "", verdict: "" };

  function task() {
    const tasks = Beratta.has("shelf", "").tasks;
    return tasks[exercise.number % tasks.length];
  }

  /** Hides the game. @param {boolean|Event} [practising] */
  function hide(practising) {
    if (app.hidden) {
      return;
    }
    app.hidden = true;
    app.practising = practising === true;
    Object.assign(exercise, { taps: 0, typed: "", verdict: "" });
    Beratta.hush();
    Beratta.render();
  }

  /** Back to where one was. */
  function show() {
    app.hidden = false;
    if (app.practising) {
      app.practised = true;
    }
    app.practising = false;
    Beratta.render();
  }

  function tapped() {
    exercise.taps += 1;
    if (exercise.taps >= 3) {
      show();
    }
  }

  function type(digit) {
    if (exercise.typed.length < 3) {
      set({ typed: exercise.typed + digit, verdict: "" });
    }
  }

  function erase() {
    set({ typed: exercise.typed.slice(0, -1), verdict: "" });
  }

  function set(changed) {
    Object.assign(exercise, { taps: 0 }, changed);
    Beratta.render();
  }

  function submit() {
    const factors = task();
    if (!exercise.typed) {
      return;
    }
    if (Number(exercise.typed) === factors[0] * factors[1]) {
      set({ number: exercise.number + 1, right: exercise.right + 1, typed: "", verdict: "correct" });
    } else {
      set({ typed: "", verdict: "try_again" });
    }
  }

  Beratta.pages.hidden = function () {
    const factors = task();
    const keys = { Backspace: erase, Enter: submit };
    "0123456789".split("").forEach(function (digit) { keys[digit] = function () { type(digit); }; });
    const pad = "1234567890".split("").map(function (digit) {
      return button({ id: "digit " + digit, label: digit, act: function () { type(digit); }, look: "chip" });
    });
    const sum = el("p", { "class": "sum", dir: "ltr" }, el("span", {}, factors.join(" · ") + " = "), el("output", { "class": "typed", "aria-live": "polite" }, exercise.typed || "\u00a0"));
    const heading = el("h1", { tabindex: "-1" }, el("button", { type: "button", "class": "tables", "data-id": "tables", press: tapped }, t("tables")));
    return {
      kind: "hidden", title: t("multiplication"), keys: keys, news: exercise.verdict ? t(exercise.verdict) : "",
      body: [app.practising ? Beratta.para("lead", t("practise_hint")) : null, heading, sum, el("p", { "class": "verdict" }, exercise.verdict ? t(exercise.verdict) : "\u00a0"),
        el("div", { "class": "pad", dir: "ltr" }, pad), el("p", { "class": "small" }, Beratta.many("right", exercise.right))],
      foot: [button({ id: "erase", label: t("erase"), act: erase, key: "Backspace" }), button({ id: "submit", label: t("answer"), act: submit, look: "main", key: "Enter" }),
        button({ id: "quit", label: t("quit"), act: leave })]
    };
  };

  /** Leaves: what was played is forgotten, and an empty page takes the place of this one, and of a lesson's page around it. */
  function leave() {
    Beratta.hush();
    app.play = null;
    app.under = [];
    app.screen = { name: "title" };
    document.body.textContent = "";
    if (!Beratta.tellLeft()) {
      location.replace("about:blank");
    }
  }

  Object.assign(Beratta, { hide: hide, show: show, leave: leave });
})();
