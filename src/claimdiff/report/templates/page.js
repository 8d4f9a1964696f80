"use strict";
(() => {
  const panel = document.querySelector(".cd-filters");
  if (!panel) return;
  const form = panel.querySelector("form");
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const rows = Array.from(document.querySelectorAll(".cd-row"), (element) => ({
    element,
    kind: element.dataset.k,
    facet: element.dataset.f.split(" "),
    topic: element.dataset.t.split(" "),
    party: element.dataset.p.split(" "),
    words: null,
  }));
  const groups = Array.from(document.querySelectorAll(".cd-group"));
  const tables = Array.from(document.querySelectorAll(".cd-pair, .cd-matrix"));
  const status = form.querySelector(".cd-status");
  const search = form.querySelector("[type=search]");
  const selects = Array.from(form.querySelectorAll("select"));
  const boxes = Array.from(form.querySelectorAll("[name=kind]"));
  const wordsOf = (row) => {
    if (row.words === null) {
      const parts = row.element.querySelectorAll(".cd-text, .cd-quote, .cd-differences, .cd-id, .cd-note");
      row.words = plain(Array.from(parts, (part) => part.textContent).join("\n").replace(/\s+/g, " "));
    }
    return row.words;
  };
  const apply = () => {
    const kinds = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const wanted = selects.filter((select) => select.value !== "").map((select) => [select.name, select.value]);
    const terms = plain(search.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const fits = kinds.has(row.kind)
        && wanted.every(([name, value]) => row[name].includes(value))
        && terms.every((term) => wordsOf(row).includes(term));
      row.element.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    for (const group of groups) group.hidden = !group.querySelector(".cd-row:not([hidden])");
    for (const table of tables) {
      const none = table.nextElementSibling;
      const empty = !table.querySelector(".cd-row:not([hidden])");
      table.hidden = empty;
      none.hidden = !empty;
    }
    status.textContent = shown === rows.length ? `All ${shown} rows are shown.` : `${shown} of ${rows.length} rows are shown.`;
  };
  let waiting = 0;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(apply, rows.length > 500 ? 150 : 30); };
  panel.hidden = false;
  panel.open = innerWidth > 960;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => (event.target === search ? soon() : apply()));
  form.addEventListener("reset", () => setTimeout(apply, 0));
  search.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && search.value !== "") { search.value = ""; apply(); event.preventDefault(); }
  });
  // A link to a row that the filters hide shows it: a dead link would be worse than a cleared filter.
  const reveal = () => {
    const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    const row = target && target.closest(".cd-row, .cd-group");
    if (row && (row.hidden || row.closest("[hidden]"))) { form.reset(); setTimeout(() => target.scrollIntoView(), 10); }
  };
  addEventListener("hashchange", reveal);
  if (boxes.some((box) => !box.checked) || search.value !== "" || selects.some((select) => select.value !== "")) apply();
})();
