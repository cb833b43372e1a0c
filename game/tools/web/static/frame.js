// What every page has: the row at the top, its heading, its keys, and where focus goes when it comes.
(function () {
  "use strict";

  const el = Beratta.el;
  const button = Beratta.button;
  const bar = document.getElementById("bar");
  const main = document.getElementById("page");
  const live = document.getElementById("live");
  /** The pages, by the names of screens. @type {Object<string, function(*): *>} */
  const pages = {};
  let shown = null;

  /**
   * @typedef {{
   *   kind: string, title: string, label?: string, body: *[], foot?: HTMLElement[], back?: HTMLElement|null, help?: boolean,
   *   leave?: boolean, picture?: *, keys?: Object<string, function(): void>, go?: function(): void, news?: string, notice?: string,
   *   place?: string, start?: string
   * }} Page
   * `go` is what Space does where nothing has focus; `news` is what is heard of a page that stays, `place` what tells pages of a kind apart.
   */

  /** Shows what the state says now. */
  function render() {
    const app = Beratta.app;
    Beratta.turnPage();
    const page = pages[app.hidden ? "hidden" : app.screen.name](app.screen);
    const held = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.id : null;
    const place = page.kind + " " + (page.place || "");
    const stays = shown !== null && shown.at === place;
    dress(page);
    fill(page);
    shown = Object.assign(page, { at: place });
    focus(page, stays, held);
    Beratta.layStage();
    Beratta.heardPage(page, stays);
    Beratta.tellAround();
  }

  function dress(page) {
    const html = document.documentElement;
    const language = Beratta.ui().language;
    const settings = Beratta.app.settings;
    html.lang = language.tag;
    html.dir = language.dir;
    ["theme", "face", "lines", "letters", "motion"].forEach(function (name) { html.dataset[name] = settings[name]; });
    Beratta.measure();
    html.style.setProperty("--size", settings.size + "%");
    document.body.className = "on-" + page.kind + (page.picture ? " pictured" : "");
  }

  function fill(page) {
    const place = page.picture && Beratta.ui().alts[page.picture.place];
    const where = place ? el("p", { "class": "unseen unheard" }, place) : null;
    const body = el("div", { "class": "body" }, page.body, where);
    const foot = page.foot && page.foot.length ? el("div", { "class": "foot" }, page.foot) : null;
    main.textContent = "";
    main.append.apply(main, [page.notice ? el("p", { "class": "notice" }, page.notice) : null, body, foot].filter(Boolean));
    main.className = "page page-" + page.kind;
    bar.textContent = "";
    bar.append.apply(bar, row(page));
    bar.hidden = page.kind === "hidden";
    Beratta.showStage(page.picture || null);
  }

  function row(page) {
    const label = page.label ? el("p", { "class": "label" }, page.label) : null;
    const first = el("div", { "class": "start" }, page.back || null, label);
    const words = Beratta.app.play && page.explains ? wordsItem() : null;
    const last = el("div", { "class": "end" }, words, page.help === false ? null : helpItem(), hearItem(), hideItem(),
      page.leave === false ? null : leaveItem());
    return [first, last];
  }

  function wordsItem() {
    const count = Beratta.explained().length;
    return count ? button({
      id: "words", label: Beratta.t("words"), act: Beratta.to("words"), key: "o", said: Beratta.t("words") + ". " + Beratta.many("explained", count)
    }) : null;
  }

  function helpItem() {
    const label = Beratta.t("help");
    return button({ id: "help", label: label, act: Beratta.to("help"), look: "teal", key: "F1", icon: "help", said: label + ". " + Beratta.t("whom") });
  }

  function hearItem() {
    return Beratta.app.settings.aloud === "off" ? null
      : button({ id: "hear", label: Beratta.t("hear"), act: Beratta.hear, key: "r", icon: "sound_on", compact: true });
  }

  function hideItem() {
    return button({ id: "hide", label: Beratta.t("hide"), act: Beratta.hide, look: "dark", icon: "hide", note: Beratta.t("hide_key") });
  }

  function leaveItem() {
    return button({ id: "leave", label: Beratta.t("leave"), act: Beratta.leave, look: "dark", icon: "close", compact: true });
  }

  /** A page that stays keeps its focus and says what is new; a new one begins at its heading. */
  function focus(page, stays, held) {
    const heading = main.querySelector("[data-start]") || main.querySelector("h1") || main;
    const again = held && document.querySelector("[data-id=\"" + held + "\"]");
    if (stays && again) {
      again.focus({ preventScroll: true });
    } else {
      const start = page.start && document.querySelector("[data-id=\"" + page.start + "\"]");
      window.scrollTo(0, 0);
      (start || heading).focus({ preventScroll: !start });
    }
    const newest = main.querySelector(".newest");
    if (newest) {
      newest.scrollIntoView({ block: "nearest" });
    } else if (stays && page.kind === "line") {
      window.scrollTo(0, 0);
    }
    live.textContent = "";
    live.textContent = page.news || "";
  }

  /** The way back to what lies below. */
  function closeItem(act) {
    return button({ id: "close", label: Beratta.t("back"), act: act || Beratta.pop, key: "Escape", icon: "back" });
  }

  /** The way to the pause. */
  function pauseItem() {
    return button({ id: "pause", label: Beratta.t("pause"), act: Beratta.to("pause"), key: "Escape", icon: "pause" });
  }

  /** The button that is the main way on. */
  function mainItem(label, act, icon, key) {
    return button({ id: "on", label: label, act: act, look: "main", icon: icon || "next", key: key || " " });
  }

  /** The card of a page: an icon or a face, a title, a text, a tag. @param {*} card */
  function card(card) {
    const tag = card.tag ? el("span", { "class": "tag" }, card.tag) : null;
    const middle = el("span", { "class": "middle" },
      card.title ? el("span", { "class": "title" }, card.title) : null,
      card.text ? el("span", { "class": "text" }, card.text) : null,
      card.small ? el("span", { "class": "small" }, card.small) : null);
    const parts = [card.face || null, card.icon ? Beratta.icon(card.icon) : null, middle, tag, card.key ? Beratta.cap(card.key) : null];
    const name = "card " + (card.tone || "plain") + (card.look ? " " + card.look : "");
    return card.act
      ? el("button", { type: "button", "class": name, "data-id": card.id, "aria-label": card.said || null, "aria-pressed": card.pressed === undefined ? null : String(card.pressed), press: card.act }, parts)
      : el("div", { "class": name }, parts);
  }

  Object.assign(Beratta, {
    pages: pages, render: render, closeItem: closeItem, pauseItem: pauseItem, mainItem: mainItem, card: card,
    pageNow: function () { return shown; }
  });
})();
