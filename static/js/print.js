/* Print: everything that is folded on the page opens for the paper and closes again after it, except on a page
   that has to fit one sheet. A button with data-print asks the browser to print. */
(function () {
  "use strict";
  let unfolded = [];

  window.addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("body:not(.pvi-page-pc) main details:not([open])")];
    unfolded.forEach((fold) => { fold.open = true; });
  });
  window.addEventListener("afterprint", () => {
    unfolded.forEach((fold) => { fold.open = false; });
    unfolded = [];
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) { window.print(); }
  });
}());
