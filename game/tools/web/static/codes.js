// Resume codes: what is wrong with one, and which story and place it stands for.
(function () {
  "use strict";

  const MOST = 200;
  const SPACING = /[\s\-_.,:/\u00a0\u2010-\u2015\u2212]/g;

  /** A code without blanks, in large letters. @param {string} code */
  function letters(code) {
    return code.slice(0, MOST * 2).normalize("NFKC").replace(SPACING, "").toUpperCase();
  }

  function checks(code, signs) {
    let sum = 0;
    for (let at = 0; at < code.length; at += 1) {
      sum += signs.indexOf(code[at]) * (at % (signs.length - 1) + 1);
    }
    return sum % signs.length === 0;
  }

  /**
   * Why no story can have such a code, by the name of the sentence that says so; "" when one could.
   * @param {string} code @param {string} signs
   */
  function refused(code, signs) {
    if (code.length < 2 || code.length > MOST || !/^[A-Z0-9]+$/.test(code)) {
      return "no_code";
    }
    const known = code.split("").every(function (sign) { return signs.indexOf(sign) >= 0; });
    return known && checks(code, signs) ? "" : "mistyped";
  }

  /** The node that a code without blanks stands for among those of a story, -1 where there is none. */
  function nodeOf(resuming, code) {
    return resuming.codes.findIndex(function (each) { return each !== "" && letters(each) === code; });
  }

  Beratta.codes = { letters: letters, refused: refused, nodeOf: nodeOf };
})();
