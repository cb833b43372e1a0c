// The story itself, line by line: what is said, a silence, the phone, a pause to feel, and the flag that one puts.
(function () {
  "use strict";

  const el = Beratta.el;
  const button = Beratta.button;
  const t = Beratta.t;
  const walk = Beratta.walk;
  const pages = Beratta.pages;
  const app = Beratta.app;

  function now() {
    return walk.moment(app.play.story, app.play.way);
  }

  /** The lines of the present scene, the one that is shown included. */
  function beatsHere() {
    const here = now();
    return here.beats.slice(0, here.step + 1).filter(function (beat) { return beat.scene === here.scene; });
  }

  /** The picture at this moment; with `only`, that one person alone. @param {number} [only] */
  function picture(only) {
    return Beratta.pictureOf(app.play, now().scene, beatsHere(), only === undefined ? -1 : only);
  }

  /** Where the play is now, such as "Svara direkt · Kapitel 2 av 5". */
  function chapterLabel() {
    const story = app.play.story;
    const scene = now().scene;
    const chapter = story.chapters.length > 1
      ? t("chapter", { number: story.scenes[scene].chapter, count: story.chapters.length }) : "";
    return [Beratta.told(story.title), chapter, Beratta.inSwedish(scene)].filter(Boolean).join(" · ");
  }

  /** What a line's flag says: nothing yet, that it feels wrong, or the form. */
  function flagLabel(beat) {
    const form = app.play.flags.get(walk.spot(beat));
    if (form === undefined) {
      return t("flag");
    }
    return form ? t("flagged_as", { form: Beratta.formOf(form) }) : t("flagged");
  }

  function flagItem(beat) {
    const there = app.play.flags.has(walk.spot(beat));
    return button({
      id: "flag", label: flagLabel(beat), act: function () { Beratta.flag(beat); }, look: there ? "coral flagged" : "coral",
      key: "f", icon: "flag", pressed: there
    });
  }

  /** The keys of a line: on, back, everything said, the pause, the flag. */
  function lineKeys(beat) {
    const keys = {
      ArrowRight: Beratta.forward, ArrowLeft: Beratta.back, Backspace: Beratta.back, PageUp: Beratta.to("log"), Escape: Beratta.to("pause")
    };
    return beat ? Object.assign(keys, { f: function () { Beratta.flag(beat); } }) : keys;
  }

  function notice(beat) {
    const story = app.play.story;
    const met = beat ? walk.newlyMet(story, app.play.way) : [];
    if (met.length) {
      return met.map(function (who) {
        const name = Beratta.nameOf(who);
        const role = Beratta.told(story.cast[who].adult);
        return role.toLowerCase().split(/\s+/).includes(name.toLowerCase()) ? t("met_only", { name: role }) : t("met", { name: name, role: role });
      }).join(". ");
    }
    return beat && Beratta.swedish(story.lines[beat.line].t) ? t("line_swedish") : "";
  }

  /** A page of one line: the flag and the way on below it, the pause and help above. */
  function linePage(kind, shownPicture, body, beat, news) {
    const said = notice(beat);
    return {
      kind: kind, title: chapterLabel(), label: chapterLabel(), body: body, back: Beratta.pauseItem(), picture: shownPicture,
      keys: lineKeys(beat), go: Beratta.forward, explains: true, notice: said, news: [said, news].filter(Boolean).join(". ")
    };
  }

  pages.reading = function (screen) {
    const beat = now().beat;
    if (screen.skipped) {
      return skipped(screen);
    }
    if (!beat) {
      return { choices: Beratta.choicesPage, tell: Beratta.tellingPage, end: Beratta.endingPage }[now().exit.k](now(), screen);
    }
    const line = app.play.story.lines[beat.line];
    if (line.k === "message") {
      return phone(beat, line);
    }
    if (line.k === "feel") {
      return feel(Beratta.shown(line.t), true);
    }
    return dialogue(beat, line);
  };

  function dialogue(beat, line) {
    const quiet = line.k === "silence";
    const shownPicture = picture(quiet && line.s >= 0 ? line.s : undefined);
    const there = line.s < 0 || quiet || shownPicture.people.some(function (each) { return each.who === line.s; });
    shownPicture.dim = quiet;
    const name = quiet ? "" : Beratta.nameOf(line.s);
    const face = there ? null : Beratta.face(app.play.art, app.play.story.id, line.look >= 0 ? line.look : app.play.story.cast[line.s].look);
    const body = lineCard(line.k, name, face, Beratta.shown(line.t), [flagItem(beat), Beratta.mainItem(t("next"), Beratta.forward)]);
    return linePage("line", shownPicture, body, beat, [name, Beratta.told(line.t)].filter(Boolean).join(": "));
  }

  /** The card with a line on it. */
  function lineCard(kind, name, face, text, items) {
    const said = el("div", { "class": "said", tabindex: "-1", "data-start": true },
      face, name ? el("span", { "class": "name" }, name) : null, name ? el("span", { "class": "unseen" }, ": ") : null,
      el("span", { "class": "text" }, text));
    const dots = kind === "silence" ? el("span", { "class": "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i")) : null;
    const top = face ? " faced" : "";
    return [Beratta.heading(chapterLabel(), "unseen unheard"),
      el("div", { "class": "line-card " + kind + (name ? " named" : "") + top, "data-floor": true }, dots, said, el("div", { "class": "row" }, items))];
  }

  function skipped(screen) {
    const lines = now().beats.filter(function (beat) { return beat.scene === screen.skipped.scene; });
    const written = lines.filter(function (beat) {
      return beat.line <= screen.skipped.line && app.play.story.lines[beat.line].skip !== undefined;
    }).pop();
    const text = written ? Beratta.shown(app.play.story.lines[written.line].skip) : t("skipped");
    const body = lineCard("narration", "", null, text, [Beratta.mainItem(t("next"), Beratta.forward)]);
    return Object.assign(linePage("line", picture(), body, null, ""), { place: "skipped" });
  }

  // --- the phone

  /** The messages at the end of the scene so far that belong to this conversation without a break. */
  function sameChat(phone) {
    const here = beatsHere();
    let start = here.length;
    while (start && app.play.story.lines[here[start - 1].line].p === phone) {
      start -= 1;
    }
    return here.slice(start);
  }

  function phone(beat, line) {
    const phone = app.play.story.phones[line.p];
    const all = sameChat(line.p);
    const group = phone.title >= 0;
    const title = group ? Beratta.shown(phone.title) : Beratta.nameOf(phone.partner);
    const partner = !group && phone.partner >= 0
      ? Beratta.face(app.play.art, app.play.story.id, app.play.story.cast[phone.partner].look) : null;
    const whose = el("p", { "class": "whose" }, Beratta.phoneOf(Beratta.nameOf(phone.owner)));
    const head = el("div", { "class": "chat-head" }, partner, el("div", {}, el("h2", {}, title), whose));
    const bubbles = all.map(function (each, index) { return bubble(each, phone, group, index === all.length - 1); });
    const flags = all.filter(function (each) { return app.play.flags.has(walk.spot(each)); }).length;
    const side = el("div", { "class": "beside" },
      flags ? el("p", { "class": "flags" }, Beratta.many("flags", flags)) : null, flagItem(beat), Beratta.mainItem(t("next"), Beratta.forward));
    const body = [Beratta.heading(chapterLabel(), "unseen unheard"),
      el("div", { "class": "phone-frame" }, el("div", { "class": "phone-screen" }, head, el("ol", { "class": "chat" }, bubbles))), side];
    const shownPicture = Object.assign(picture(phone.owner), { among: [0, 0.4] });
    return Object.assign(linePage("phone", shownPicture, body, beat, said(beat, phone)), { place: String(line.p) });
  }

  /** Who wrote a message and to whom, and its words. */
  function said(beat, phone) {
    const line = app.play.story.lines[beat.line];
    const other = phone.title >= 0 ? Beratta.told(phone.title) : Beratta.nameOf(line.s === phone.owner ? phone.partner : phone.owner);
    return t("to", { name: Beratta.nameOf(line.s), other: other }) + ": " + Beratta.told(line.t);
  }

  function bubble(beat, phone, group, newest) {
    const line = app.play.story.lines[beat.line];
    const own = line.s === phone.owner;
    const form = app.play.flags.get(walk.spot(beat));
    const flagged = form !== undefined;
    const mark = flagged ? Beratta.icon(form ? Beratta.ui().forms[form].icon : "flag") : null;
    const name = group && !own ? el("span", { "class": "writer" }, Beratta.nameOf(line.s)) : null;
    const press = el("button", {
      type: "button", "class": "bubble", "data-id": "bubble " + walk.spot(beat), "aria-pressed": String(flagged),
      "aria-label": [said(beat, phone), flagged ? flagLabel(beat) : ""].filter(Boolean).join(". "),
      press: function () { Beratta.flag(beat); }
    }, el("span", { "class": "text" }, Beratta.shown(line.t)));
    const kind = (own ? "own" : "other") + (flagged ? " flagged" : "") + (newest ? " newest" : "");
    return el("li", { "class": kind, "data-start": newest || null, tabindex: newest ? "-1" : null }, name, el("div", { "class": "message" }, press, mark));
  }

  // --- a pause to feel

  function feel(text, asked) {
    const on = asked ? Beratta.forward : Beratta.pop;
    const skippable = Boolean(now().beat);
    const items = [
      Beratta.mainItem(t(asked ? "read_on" : "to_story"), on),
      button({ id: "breathe", label: t("breathe"), act: Beratta.to("breathe"), icon: "breathe", key: "1" }),
      skippable ? button({ id: "skip", label: t("skip_scene"), act: Beratta.skip, icon: "skip", key: "2" }) : null,
      button({ id: "whom", label: t("whom"), act: Beratta.to("help"), look: "teal", icon: "help", key: "3" })
    ];
    const keys = { "1": Beratta.to("breathe"), "3": Beratta.to("help"), PageUp: Beratta.to("log"), Backspace: asked ? Beratta.back : Beratta.pop, Escape: asked ? Beratta.to("pause") : Beratta.pop };
    if (skippable) {
      keys["2"] = Beratta.skip;
    }
    return {
      kind: "feel", title: t("feel"), label: chapterLabel(), help: false, back: asked ? Beratta.pauseItem() : null, keys: keys, go: on, explains: true,
      picture: { place: app.play.story.places[app.play.story.scenes[now().scene].place], people: [], art: app.play.art, set: "", dim: true },
      body: [el("div", { "class": "panel" }, Beratta.heading(t("feel")), Beratta.para("lead", text), el("div", { "class": "stack" }, items), Beratta.para("small", t("unseen")))]
    };
  }

  pages.feel = function () {
    const page = feel(t("feel_asked"), false);
    const out = function () { Beratta.popPast("pause"); };
    page.go = page.keys.Escape = page.keys.Backspace = out;
    page.body[0].querySelector("[data-id=on]").replaceWith(Beratta.mainItem(t("to_story"), out));
    return page;
  };

  pages.breathe = function () {
    const ring = el("div", { "class": "breath", "aria-hidden": "true" }, el("span", { "class": "in" }, t("breathe_in")), el("span", { "class": "out" }, t("breathe_out")));
    return {
      kind: "breathe", title: t("breathe"), keys: { Escape: Beratta.pop, Backspace: Beratta.pop }, go: Beratta.pop,
      body: [Beratta.heading(t("breathe")), ring, Beratta.para("lead", t("feet"))], foot: [Beratta.mainItem(t("done"), Beratta.pop, "check")]
    };
  };

  // --- a flag

  pages.flag = function (screen) {
    const line = app.play.story.lines[screen.beat.line];
    const form = app.play.flags.get(walk.spot(screen.beat));
    const set = function (value) { return function () { Beratta.setFlag(screen.beat, value); }; };
    const keys = { f: Beratta.pop, Escape: Beratta.pop, Backspace: set(null) };
    const chips = app.play.story.forms.map(function (each, index) {
      const key = index < 9 ? String(index + 1) : "";
      keys[key || "none"] = set(each);
      return button({ id: "form " + each, label: Beratta.formOf(each), act: set(each), look: "chip", icon: Beratta.ui().forms[each].icon, key: key, pressed: form === each });
    });
    const only = button({ id: "only", label: t("flag_only"), act: set(""), look: "chip", icon: "flag", key: " ", pressed: form === "" });
    return {
      kind: "flag", title: t("flag_ask"), back: Beratta.closeItem(), keys: keys, go: set(""),
      picture: { place: app.play.story.places[app.play.story.scenes[screen.beat.scene].place], people: [], art: app.play.art, set: "", dim: true },
      body: [el("div", { "class": "panel" }, Beratta.heading(t("flag_ask")), Beratta.para("lead", Beratta.shown(line.t, true)),
        el("div", { "class": "chips" }, only, chips), Beratta.para("small", t("flag_note")),
        el("div", { "class": "row" }, button({ id: "off", label: t("flag_off"), act: set(null), look: "quiet", icon: "close", key: "Backspace" })))]
    };
  };

  Object.assign(Beratta, { momentNow: now, beatsHere: beatsHere, pictureNow: picture, chapterLabel: chapterLabel, flagLabel: flagLabel });
})();
