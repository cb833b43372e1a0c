// What the scripts of a pupil's page share: its parts, what is said, and how the hub is asked.
/* exported Shared */
const Shared = (function () {
  "use strict";

  const PATIENCE = 8000;
  const SLOWEST = 8000;
  const body = document.body;
  const now = document.getElementById("now");
  const help = document.getElementById("help");
  const status = document.getElementById("status");
  const lost = document.getElementById("lost");
  const base = "/s/" + body.dataset.code;
  const query = "?lang=" + encodeURIComponent(body.dataset.lang);
  let failures = 0;

  function say(text, isGood) {
    // The same words again are news too.
    status.textContent = "";
    status.className = isGood ? "status new" : "status";
    status.textContent = text;
  }

  function told(name) {
    return body.getAttribute("data-say-" + name);
  }

  function scene() {
    return now.querySelector(".scene");
  }

  function isHiding() {
    return body.classList.contains("hiding");
  }

  function isCovered() {
    return isHiding() || !help.hidden || body.classList.contains("playing");
  }

  function focusHeading() {
    const heading = now.querySelector("h1");
    if (heading && !isCovered()) {
      scrollTo(0, 0);
      heading.focus({ preventScroll: true });
    }
  }

  function request(path, options) {
    const controller = window.AbortController ? new AbortController() : null;
    const timer = setTimeout(function () { if (controller) { controller.abort(); } }, PATIENCE);
    const all = Object.assign({ credentials: "same-origin", cache: "no-store" }, options);
    if (controller) {
      all.signal = controller.signal;
    }
    return fetch(base + path, all).then(
      function (response) { clearTimeout(timer); return response; },
      function (error) { clearTimeout(timer); throw error; }
    );
  }

  function isLost() {
    return !lost.hidden;
  }

  function contact(there) {
    if (there) {
      failures = 0;
      if (isLost()) {
        lost.hidden = true;
        say(told("again"), false);
      }
    } else {
      lost.hidden = false;
    }
  }

  // How long until the next try: each time longer, and not everybody at once.
  function wait() {
    failures += 1;
    return Math.min(SLOWEST, 500 * Math.pow(2, failures)) * (0.5 + Math.random() / 2);
  }

  return {
    base: base,
    query: query,
    now: now,
    help: help,
    lost: lost,
    say: say,
    told: told,
    scene: scene,
    isHiding: isHiding,
    focusHeading: focusHeading,
    request: request,
    isLost: isLost,
    contact: contact,
    wait: wait
  };
})();
