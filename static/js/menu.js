/* The folds in the header work by themselves; this adds what people expect of a menu:
   Escape and a click elsewhere close it, and the focus returns to where it came from. */
(function () {
  "use strict";
  const opened = () => document.querySelectorAll("details[data-fold][open]");

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
