/* The folds in the header work by themselves; this adds what people expect of a menu:
   Escape and a click elsewhere close it, and the focus returns to where it came from. Filters marked with
   data-fold-narrow start closed on a phone, so that the list itself is in sight. */
(function () {
  "use strict";
  const opened = () => document.querySelectorAll("details[data-fold][open]");

  if (window.matchMedia("(max-width: 40rem)").matches) {
    document.querySelectorAll("details[data-fold-narrow]").forEach((fold) => { fold.open = false; });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") { return; }
    opened().forEach((fold) => {
      const inside = fold.contains(document.activeElement);
      fold.open = false;
      if (inside) { fold.querySelector("summary").focus(); }
    });
  });

  document.addEventListener("click", (event) => {
    opened().forEach((fold) => { if (!fold.contains(event.target)) { fold.open = false; } });
  });
}());
