// Reading aloud with the browser's own voices: what is shown, in its language, and silent at once when anything is pressed.
(function () {
  "use strict";

  const synth = window.speechSynthesis;
  const NUMBER = /(^|[^\d+–-])(\+\d{1,3}(?:[ \u00a0-]\d{1,4})+|0\d{1,3}[ \u00a0-]\d{2,3}(?:[ \u00a0]\d{2,3})*|11\d[ \u00a0]\d{2,3}|11\d{4}|1177|112|90[ \u00a0]?101)(?![\d–-])/g;
  const CODE = /(^|[^\w-])((?=[0-9-]*[A-Z])[A-Z0-9]{1,4}(?:-[A-Z0-9]{1,4})+)(?![\w-])/g;

  function spelled(written) {
    return written.split(/[ \u00a0-]/).map(function (group) { return group.split("").join(" "); }).join(", ");
  }

  /** The text for a voice: telephone numbers as they are dialled, codes sign by sign. @param {string} text */
  function spoken(text) {
    return [CODE, NUMBER].reduce(function (said, pattern) {
      return said.replace(pattern, function (whole, before, found) { return before + spelled(found); });
    }, text);
  }

  function voiceFor(tag) {
    const wanted = tag.toLowerCase().split("-")[0];
    return synth.getVoices().find(function (voice) { return voice.lang.toLowerCase().split(/[-_]/)[0] === wanted; });
  }

  function say(text, tag) {
    const said = new SpeechSynthesisUtterance(spoken(text));
    const voice = voiceFor(tag);
    said.lang = voice ? voice.lang : tag;
    if (voice) {
      said.voice = voice;
    }
    synth.speak(said);
    return Boolean(voice) || !synth.getVoices().length;
  }

  /** Silent, at once. */
  function hush() {
    if (synth) {
      synth.cancel();
    }
  }

  const NEWS = "#page .notice, #page .said, #page .newest .bubble";
  const ALL = "#page h1, #page h2, #page p, #page button, #page .card, #page label";

  /** What a page says, piece by piece, each with the language it is in; where lines come one by one, only the new one. */
  function pieces() {
    const found = [];
    const line = document.querySelector("#page .said, #page .newest");
    document.querySelectorAll(line ? NEWS : ALL).forEach(function (each) {
      if (each.closest(".unheard") || each.parentElement.closest("button, .card") || each.closest("[aria-hidden]")) {
        return;
      }
      const copy = each.cloneNode(true);
      copy.querySelectorAll("kbd, .icon").forEach(function (mark) { mark.remove(); });
      const swedish = each.querySelector("[lang]");
      found.push({ text: each.getAttribute("aria-label") || copy.textContent, tag: swedish ? swedish.getAttribute("lang") : document.documentElement.lang });
    });
    return found.filter(function (piece) { return piece.text.trim(); });
  }

  /** Reads what is shown, when it is asked for. */
  function hear() {
    const live = document.getElementById("live");
    if (Beratta.app.settings.aloud === "off") {
      live.textContent = Beratta.t("voice_off");
      return;
    }
    hush();
    const heard = synth && pieces().map(function (piece) { return say(piece.text, piece.tag); }).every(Boolean);
    if (!heard) {
      live.textContent = Beratta.t("no_voice");
    }
  }

  /** A page has come: what was read is over, and the new one is read where everything is. */
  function heardPage(page) {
    hush();
    if (Beratta.app.settings.aloud === "all" && page.kind !== "hidden") {
      hear();
    }
  }

  document.addEventListener("keydown", hush, true);
  document.addEventListener("pointerdown", hush, true);

  Object.assign(Beratta, { hear: hear, hush: hush, heardPage: heardPage, spoken: spoken });
})();
