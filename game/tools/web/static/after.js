// After an ending: what there was to see, when it began, the same moments with other eyes, and the ways back.
(function () {
  "use strict";

  const el = Beratta.el;
  const button = Beratta.button;
  const t = Beratta.t;
  const walk = Beratta.walk;
  const pages = Beratta.pages;
  const app = Beratta.app;

  function lineOf(beat) {
    return app.play.story.lines[beat.line];
  }

  function flagOf(beat) {
    return app.play.flags.get(walk.spot(beat));
  }

  /** The form that a line is a sign of; "" for what is fine or a grey zone, and for no sign. */
  function formOf(beat) {
    const sign = lineOf(beat).g;
    return sign ? Beratta.ui().signs[sign.s].form : "";
  }

  /** The lines read on this way, each once, in the order in which they came first. */
  function once() {
    const seen = new Set();
    return Beratta.heard().filter(function (beat) {
      const spot = walk.spot(beat);
      return !seen.has(spot) && seen.add(spot);
    });
  }

  function signsSeen() {
    return once().filter(formOf);
  }

  function toEyes() {
    const there = walk.eyes(app.play.story, app.play.way).length;
    return there ? Beratta.push({ name: "eyes", index: 0, line: 0 }) : Beratta.push({ name: "ways" });
  }

  function eyesItem() {
    return Beratta.mainItem(t("eyes"), toEyes);
  }

  /** One of the pages that follow an ending. */
  function after(name, body, item, go) {
    return {
      kind: name, title: t(name === "recap" ? "saw" : "when"), back: Beratta.closeItem(), body: body, foot: [item], go: go, explains: true,
      keys: { Escape: Beratta.pop, Backspace: Beratta.pop, ArrowLeft: Beratta.pop, ArrowRight: go }
    };
  }

  pages.recap = function () {
    const signs = signsSeen();
    const found = signs.filter(function (beat) { return flagOf(beat) !== undefined; }).length;
    const others = once().filter(function (beat) { return flagOf(beat) !== undefined && !formOf(beat); });
    const lead = signs.length ? t("saw_lead", { found: found, count: signs.length }) : t("saw_none");
    const body = [Beratta.heading(t("saw")), Beratta.para("lead", lead), el("ul", { "class": "list" }, signs.map(signCard))];
    if (others.length) {
      body.push(el("h2", {}, t("stopped")), el("ul", { "class": "list" }, others.map(otherCard)));
    }
    const go = signs.length ? Beratta.to("timeline") : toEyes;
    return after("recap", body, signs.length ? Beratta.mainItem(t("when"), go) : eyesItem(), go);
  };

  function signCard(beat) {
    const line = lineOf(beat);
    const flag = flagOf(beat);
    const form = formOf(beat);
    const thought = flag && flag !== form ? t("thought", { form: Beratta.formOf(flag) }) : "";
    const sign = Beratta.ui().signs[line.g.s];
    const shelf = Beratta.has("shelf", "");
    const head = shelf.stories.find(function (each) { return each.id === app.play.story.id; });
    const told = head.youngest < shelf.teens ? sign.young : sign.older;
    const small = [thought, told && sign.label + ": " + told].filter(Boolean).join(" · ");
    const state = flag === undefined ? "" : el("span", { "class": "unseen" }, t("flagged"), ". ");
    return el("li", {}, Beratta.card({
      title: [state, Beratta.shown(line.t, true)], text: Beratta.shown(line.g.w), tone: flag === undefined ? "missed" : "flagged", icon: "flag",
      tag: Beratta.formOf(form), small: small
    }));
  }

  function otherCard(beat) {
    const line = lineOf(beat);
    const sign = line.g ? line.g.s : "";
    const fine = sign === "healthy";
    return el("li", {}, Beratta.card({
      title: Beratta.shown(line.t, true), text: line.g ? Beratta.shown(line.g.w) : t("chafed"), tone: fine ? "fine" : "grey", icon: fine ? "healthy" : "grey",
      tag: sign ? Beratta.ui().signs[sign].label : ""
    }));
  }

  pages.timeline = function () {
    let chapter = 0;
    const points = [];
    signsSeen().forEach(function (beat) {
      const number = app.play.story.scenes[beat.scene].chapter;
      if (number !== chapter && app.play.story.chapters.length) {
        points.push(el("li", { "class": "chapter" }, el("h2", {}, Beratta.shown(app.play.story.chapters[number - 1]))));
      }
      chapter = number;
      points.push(point(beat));
    });
    const body = [Beratta.heading(t("when")), Beratta.para("lead", t("when_lead")), el("ol", { "class": "time" }, points)];
    return after("timeline", body, eyesItem(), toEyes);
  };

  function point(beat) {
    const form = formOf(beat);
    const flagged = flagOf(beat) !== undefined;
    const dot = el("span", { "class": "dot", "aria-hidden": "true" }, flagged ? Beratta.icon("flag") : null);
    return el("li", { "class": flagged ? "point flagged" : "point" }, dot, el("div", { "class": "card plain" }, el("span", { "class": "middle" },
      el("span", { "class": "title" }, flagged ? el("span", { "class": "unseen" }, t("flagged"), ". ") : null, Beratta.shown(lineOf(beat).t, true)),
      el("span", { "class": "text" }, Beratta.icon(Beratta.ui().forms[form].icon), " ", Beratta.formOf(form)))));
  }

  // --- other eyes

  pages.eyes = function (screen) {
    const moments = walk.eyes(app.play.story, app.play.way);
    const eyes = moments[screen.index];
    const line = app.play.story.lines[eyes.lines[screen.line]];
    const name = Beratta.nameOf(eyes.who);
    const title = t("eyes_of", { name: name });
    const out = function () { app.screen = { name: "ways" }; Beratta.render(); };
    const go = function (by) { return function () { along(moments, screen, by, out); }; };
    const said = el("div", { "class": "said", tabindex: "-1", "data-start": true },
      line.s >= 0 ? [el("span", { "class": "name" }, Beratta.nameOf(line.s)), el("span", { "class": "unseen" }, ": ")] : null,
      el("span", { "class": "text" }, Beratta.shown(line.t)));
    const items = [button({ id: "skip", label: t("skip"), act: out, look: "quiet", icon: "skip", key: "Escape" }), Beratta.mainItem(t("next"), go(1))];
    const kind = line.k === "speech" || line.k === "thought" ? " thought" : " narration";
    return {
      kind: "line", place: "eyes", title: title, label: title + " · " + (screen.index + 1) + "/" + moments.length, go: go(1), explains: true,
      picture: seenAs(eyes, screen.line), news: [line.s >= 0 ? Beratta.nameOf(line.s) : "", Beratta.told(line.t)].filter(Boolean).join(": "),
      keys: { ArrowRight: go(1), ArrowLeft: go(-1), Backspace: go(-1), Escape: out },
      body: [Beratta.heading(title, "unseen unheard"), el("div", { "class": "line-card" + kind + (line.s >= 0 ? " named" : ""), "data-floor": true }, said, el("div", { "class": "row" }, items))]
    };
  };

  /** Who sees it stands alone in the picture, with the face of what they thought last. */
  function seenAs(eyes, upto) {
    const story = app.play.story;
    let look = story.cast[eyes.who].look;
    eyes.lines.slice(0, upto + 1).forEach(function (each) {
      const line = story.lines[each];
      look = line.s === eyes.who && line.k !== "message" && line.look >= 0 ? line.look : look;
    });
    return { place: story.places[eyes.place], people: [{ who: eyes.who, look: look, speaking: false }], art: app.play.art, set: story.id };
  }

  function along(moments, screen, by, out) {
    const flat = [];
    moments.forEach(function (eyes, index) { eyes.lines.forEach(function (_, line) { flat.push({ name: "eyes", index: index, line: line }); }); });
    const place = flat.findIndex(function (each) { return each.index === screen.index && each.line === screen.line; }) + by;
    if (place >= flat.length) {
      out();
    } else if (place < 0) {
      Beratta.pop();
    } else {
      app.screen = flat[place];
      Beratta.render();
    }
  }

  // --- the ways back

  pages.ways = function () {
    const play = app.play;
    const now = walk.moment(play.story, play.way);
    const over = !now.beat && now.exit.k === "end";
    const keys = { Escape: Beratta.pop, Backspace: Beratta.pop };
    const cards = walk.ways(play.story, play.way).map(function (way) { return wayCard(way, keys); });
    const body = [Beratta.heading(t(over ? "ways" : "choices")), Beratta.para("lead", t(cards.length ? "ways_lead" : "ways_none")), el("ol", { "class": "list" }, cards), found()];
    const start = button({ id: "start", label: t("to_title"), act: function () { Beratta.alone({ name: "title" }); }, icon: "next" });
    const shelf = Beratta.has("shelf", "");
    const searched = shelf.searches[shelf.likes[play.story.id]];
    const like = button({ id: "like", label: t("one_like"), act: function () { Beratta.push({ name: "stories", at: shelf.likes[play.story.id] }); }, icon: "play" });
    const whom = button({ id: "whom", label: t("whom"), act: Beratta.to("help"), look: "teal", icon: "help", key: "F1" });
    return {
      kind: "ways", title: t(over ? "ways" : "choices"), body: body, keys: keys, back: over ? Beratta.closeItem() : null, help: !over,
      foot: over ? [whom, searched.stories.length ? like : null, start].filter(Boolean) : [Beratta.mainItem(t("play_on"), Beratta.pop, "play")], go: over ? undefined : Beratta.pop
    };
  };

  function wayCard(way, keys) {
    const act = function () { Beratta.rewind(way.index); };
    const key = Beratta.digitOf(way.index);
    const title = way.adult >= 0 ? [Beratta.nameOf(way.adult), ": ", Beratta.shown(way.text, true)] : Beratta.shown(way.text);
    if (key) {
      keys[key] = act;
    }
    return el("li", {}, Beratta.card({
      title: title, text: way.exit.ask >= 0 ? Beratta.shown(way.exit.ask) : "", icon: "route", tag: String(way.index + 1), id: "way " + way.index, act: act
    }));
  }

  /** Endings by name where they have been found; the others are only counted, so that nothing is given away. */
  function found() {
    const play = app.play;
    const all = play.story.exits.filter(function (each) { return each.k === "end"; });
    const cards = all.filter(function (each) { return play.endings.has(each); }).map(function (each) {
      return el("li", {}, Beratta.card({ title: Beratta.shown(each.title), icon: "star_found", tone: "fine" }));
    });
    const count = t("found", { endings: cards.length, all_endings: all.length, scenes: play.scenes.size, all_scenes: play.story.scenes.length });
    return [el("h2", {}, t("endings")), Beratta.para("small", count), el("ul", { "class": "list" }, cards)];
  }
})();
