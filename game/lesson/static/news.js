// What is new in the lesson: told by a stream, asked for every other second where streams do not come through. The words
// are the server's: a page that changed is asked for whole, and its middle is put in place of the one that is shown.
/* global Shared, Answers, Play */
/* exported News */
const News = (function () {
  "use strict";

  const BEAT = 2000;
  const SPREAD = 4000;
  const SILENT = 4000;
  const CHECKED_EVERY = 8;
  const now = Shared.now;
  const say = Shared.say;
  const told = Shared.told;
  const scene = Shared.scene;
  const news = document.getElementById("news");

  let rev = -1;
  let latest = null;
  let renewed = "";
  let isRenewing = false;
  let isAsking = false;
  let isOver = false;
  let stream = null;
  let isHeard = false;
  let beats = 0;

  function placeOf(state) {
    return [state.phase, state.step ? state.step.id : "", state.round, state.tally ? 1 : 0].join("|");
  }

  function atLeast(number) {
    rev = Math.max(rev, number || 0);
  }

  function seen(state) {
    if (state.phase === "ended") {
      gone();
      return;
    }
    if (isOver || typeof state.rev !== "number" || state.rev < rev) {
      return;
    }
    rev = state.rev;
    if (!state.phase) {
      return;
    }
    latest = state;
    Answers.settle(state);
    Play.settle(state);
    show();
  }

  function show() {
    const place = placeOf(latest);
    if (place !== scene().getAttribute("data-place") && place !== renewed) {
      // A large class does not ask for its new page all at the same moment.
      setTimeout(renew, Math.random() * Math.min(2 * latest.joined, SPREAD));
      return;
    }
    Answers.show(typeof latest.mine === "number" ? latest.mine : null);
    const counts = document.getElementById("counts");
    if (counts) {
      counts.textContent = told("counts").replace("{answered}", latest.answered).replace("{joined}", latest.joined);
    }
  }

  function renew() {
    if (isRenewing || isOver) {
      return;
    }
    isRenewing = true;
    const meant = latest ? placeOf(latest) : "";
    Shared.request(Shared.query, { headers: { Accept: "text/html" } }).then(function (response) {
      return response.text();
    }).then(function (text) {
      isRenewing = false;
      if (isOver) {
        return;
      }
      renewed = meant;
      replace(new DOMParser().parseFromString(text, "text/html"));
      if (latest && isSeated()) {
        show();
      }
    }).catch(function () {
      isRenewing = false;
      if (!isOver) {
        Shared.contact(false);
        setTimeout(renew, Shared.wait());
      }
    });
  }

  function replace(page) {
    const next = page.getElementById("now");
    const before = scene().getAttribute("data-place");
    now.innerHTML = next.innerHTML;
    const text = page.getElementById("status").textContent;
    const late = Answers.takeLate();
    const isNew = scene().getAttribute("data-place") !== before;
    if (isNew || late) {
      say(text || late, Boolean(text));
    }
    if (isNew) {
      arrived();
    }
  }

  function gone() {
    if (isOver) {
      return;
    }
    Play.close();
    now.innerHTML = document.getElementById("gone").innerHTML;
    say("", false);
    arrived();
  }

  function arrived() {
    end();
    if (!Shared.help.hidden) {
      news.textContent = told("news");
    }
    Shared.focusHeading();
  }

  function end() {
    if (scene().hasAttribute("data-ended")) {
      isOver = true;
      Answers.forget();
      Shared.lost.hidden = true;
      if (stream) {
        stream.close();
      }
    }
  }

  function isSeated() {
    return scene().hasAttribute("data-mine");
  }

  function listen() {
    if (!window.EventSource) {
      return;
    }
    if (stream) {
      stream.close();
    }
    stream = new EventSource(Shared.base + "/events" + Shared.query);
    stream.onmessage = function (event) {
      isHeard = true;
      Shared.contact(true);
      seen(JSON.parse(event.data));
    };
    stream.onerror = function () {
      isHeard = false;
      ask();
    };
  }

  function ask() {
    if (isAsking || isOver || !isSeated()) {
      return;
    }
    isAsking = true;
    const before = rev;
    Shared.request("/state" + Shared.query + "&rev=" + rev).then(function (response) {
      Shared.contact(true);
      if (response.status === 404 || response.status === 410) {
        gone();
      } else if (response.status === 401) {
        renew();
      }
      return response.ok ? response.json() : null;
    }).then(function (state) {
      isAsking = false;
      if (state) {
        // A stream that did not tell this is held back on the way.
        isHeard = isHeard && (before < 0 || state.rev <= before);
        seen(state);
      }
    }).catch(function () {
      isAsking = false;
      if (!isOver) {
        Shared.contact(false);
      }
    });
  }

  function beat() {
    beats += 1;
    if (isOver || document.hidden) {
      return;
    }
    if (!isHeard || Shared.isLost() || beats % CHECKED_EVERY === 0) {
      ask();
    }
    if (!Shared.isLost()) {
      listenAgain();
    }
  }

  function listenAgain() {
    if (!isOver && isSeated() && stream && stream.readyState === EventSource.CLOSED) {
      listen();
    }
  }

  function back() {
    if (!document.hidden) {
      ask();
      listenAgain();
    }
  }

  function start() {
    end();
    if (isOver) {
      return;
    }
    Answers.onStored(atLeast);
    Answers.onRefused(renew);
    listen();
    setInterval(beat, BEAT);
    setTimeout(function () { if (!isHeard) { ask(); } }, SILENT);
    document.addEventListener("visibilitychange", back);
    window.addEventListener("online", back);
    window.addEventListener("pageshow", function (event) { if (event.persisted) { back(); } });
  }

  return { start: start };
})();
