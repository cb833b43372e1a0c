// Pictures of places and people. Each is an image of its own, made of our own drawings: nothing in it can run.
(function () {
  "use strict";

  const el = Beratta.el;
  /** @type {Map<string, string>} */
  const made = new Map();

  /** @type {{image: HTMLElement, address: function(): string}[]} */
  let waiting = [];

  /** @typedef {{gaze?: string, turned?: boolean, light?: string, head?: boolean, set: string}} How */

  /** What tells one drawing of somebody from another. @param {number} number @param {How} how */
  function keyOf(number, how) {
    return [how.set, number, how.gaze || "ahead", how.turned ? 1 : 0, how.light || "", how.head ? 1 : 0].join(" ");
  }

  /** The drawing of somebody, as an address. @param {*} art @param {number} number @param {How} how */
  function drawn(art, number, how) {
    const key = keyOf(number, how);
    if (!made.has(key)) {
      made.set(key, "data:image/svg+xml," + encodeURIComponent(svg(art, art.looks[number], how)));
    }
    return made.get(key);
  }

  /**
   * An image gets its picture: at once, or soon: when the words are there, one picture at a time, and none of a page that was left.
   * Browsers read a drawing where the page runs, so a shelf full of them would keep a slow computer from answering.
   * @param {HTMLElement} image @param {function(): string} address @param {boolean} soon
   */
  function fill(image, address, soon) {
    if (!soon) {
      image.setAttribute("src", address());
      return;
    }
    waiting.push({ image: image, address: address });
    if (waiting.length === 1) {
      requestAnimationFrame(function () { setTimeout(next); });
    }
  }

  function next() {
    waiting = waiting.filter(function (each) { return each.image.isConnected; });
    const first = waiting.shift();
    if (first) {
      first.image.setAttribute("src", first.address());
      setTimeout(next);
    }
  }

  function svg(art, look, how) {
    const width = art.box[0];
    const head = art.head;
    const shown = how.head ? art.looks[look.head] : look;
    const box = how.head ? [head[0], head[1] + shown.down, head[2], head[2]] : [0, 0, width, art.box[1]];
    const turn = how.turned ? "translate(" + width + " 0) scale(-1 1)" : "";
    const light = lightOf(how.light);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"" + box.join(" ") + "\" width=\"" + box[2] + "\" height=\"" + box[3] + "\">"
      + light + "<g" + (light ? " filter=\"url(#light)\"" : "") + "><g transform=\"" + turn + "\"><g transform=\"" + art.moves[shown.move] + "\">"
      + sheets(art, shown[how.gaze || "ahead"]) + "</g></g></g></svg>";
  }

  function sheets(art, list) {
    let drawing = "";
    for (let at = 0; at < list.length; at += 2) {
      drawing += "<g transform=\"" + art.moves[list[at]] + "\">" + art.parts[list[at + 1]] + "</g>";
    }
    return drawing;
  }

  /** What the light of a place leaves of each colour. */
  function lightOf(light) {
    const left = light && Beratta.has("shelf", "").lights[light];
    if (!left) {
      return "";
    }
    return "<filter id=\"light\" x=\"0\" y=\"0\" width=\"1\" height=\"1\" color-interpolation-filters=\"sRGB\"><feColorMatrix values=\""
      + left[0] + " 0 0 0 0  0 " + left[1] + " 0 0 0  0 0 " + left[2] + " 0 0  0 0 0 1 0\"/></filter>";
  }

  /** A round picture of somebody's face. @param {*} art @param {string} set @param {number} look */
  function face(art, set, look) {
    return el("img", { "class": "face", alt: "", src: drawn(art, look, { head: true, set: set }) });
  }

  Object.assign(Beratta, { drawn: drawn, drawingKey: keyOf, fillImage: fill, face: face });
})();
