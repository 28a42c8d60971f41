"use strict";
(() => {
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const number = (text) => Number(text.replace(/ .*/, "").replaceAll(",", ""));

  // Tables: sorted by a heading, filtered by a word, some rows at a time, saved as CSV.
  const SIZES = [10, 50, 500];

  const csvCell = (text) => {
    // A spreadsheet takes a text that begins like this for a formula.
    const safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
    return /[",\r\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
  };

  const save = (name, lines) => {
    const url = URL.createObjectURL(new Blob([lines.join("\r\n") + "\r\n"], { type: "text/csv" }));
    make("a", { href: url, download: name + ".csv" }).click();
    URL.revokeObjectURL(url);
  };

  const value = (cell) =>
    cell.dataset.n === undefined ? cell.textContent.trim() : Number(cell.dataset.n);

  const enhance = (table) => {
    const panel = table.closest("section");
    const heads = [...table.tHead.rows[0].cells];
    const body = table.tBodies[0];
    let rows = [...body.rows];
    let wanted = "";
    let size = SIZES[0];

    const count = make("span", { className: "about" });
    const show = () => {
      const fitting = rows.filter((row) => row.textContent.toLowerCase().includes(wanted));
      const shown = new Set(fitting.slice(0, size));
      rows.forEach((row) => { row.hidden = !shown.has(row); });
      count.textContent = shown.size + " of " + fitting.length;
    };

    heads.forEach((head, at) => {
      const button = make("button", { type: "button", textContent: head.textContent });
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const isNumber = head.classList.contains("n");
        const now = head.getAttribute("aria-sort");
        const next = now === null ? (isNumber ? "descending" : "ascending")
          : now === "ascending" ? "descending" : "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", next);
        const sign = next === "ascending" ? 1 : -1;
        const compare = (a, b) => a < b ? -sign : a > b ? sign : 0;
        rows = rows.map((row) => [value(row.cells[at]), row])
          .sort((one, other) => compare(one[0], other[0])).map((pair) => pair[1]);
        body.append(...rows);
        show();
      });
    });

    const title = panel.querySelector("h2").textContent;
    const filter = make("input", { type: "search", placeholder: "filter", ariaLabel: "Filter " + title });
    filter.addEventListener("input", () => { wanted = filter.value.toLowerCase(); show(); });
    const sizes = make("select", { ariaLabel: "Rows of " + title },
      ...SIZES.map((rowsShown) => make("option", { value: rowsShown, textContent: rowsShown + " rows" })));
    sizes.addEventListener("change", () => { size = Number(sizes.value); show(); });
    const csv = make("button", { type: "button", textContent: "CSV", ariaLabel: "Save " + title + " as CSV" });
    csv.addEventListener("click", () => save(panel.id, [
      heads.map((head) => csvCell(head.textContent)).join(","),
      ...rows.map((row) => [...row.cells].map((cell) =>
        cell.dataset.n === undefined ? csvCell(cell.textContent.trim()) : cell.dataset.n).join(",")),
    ]));
    table.parentElement.before(make("div", { className: "tools" }, filter, sizes, csv, count));
    show();
  };
  document.querySelectorAll("table.rows").forEach(enhance);

  // The chart, of the numbers in the table below it.
  const periods = document.getElementById("periods");
  const rows = [...periods.tBodies[0].rows];
  if (rows.length < 2) {
    return;
  }
  const heads = [...periods.tHead.rows[0].cells].map((cell) => cell.textContent);
  const times = rows.map((row) => Number(row.dataset.start));
  const column = (at) => rows.map((row) => number(row.cells[at].firstChild.textContent));
  const before = (at) => rows.map((row) => {
    const other = row.cells[at].querySelector(".before");
    return other === null ? null : number(other.textContent);
  });
  const isCompared = periods.querySelector("td > .before") !== null;
  const CHARTS = [["accesses", 1, 2], ["pages", 3, 4], ["visitors", 5, 6], ["bytes", 7, 8], ["statuses", 9, 10, 11, 12]];
  const colours = () => {
    const style = getComputedStyle(document.documentElement);
    const named = (name) => style.getPropertyValue(name).trim();
    return { lines: ["--people", "--crawlers", "--third", "--fourth"].map(named), ink: named("--soft"), grid: named("--line") };
  };
  const box = document.getElementById("chart");
  document.getElementById("charts").hidden = false;
  let plot;
  let current = CHARTS[0];
  const zoned = (seconds) => uPlot.tzDate(new Date(seconds * 1000), document.body.dataset.zone);
  const unit = heads[0];
  const HOUR = 3600;
  const DAY = 24 * HOUR;
  const STEPS = [...(unit === "hour" ? [1, 2, 3, 6, 12].map((hours) => hours * HOUR) : []),
    ...[1, 2, 3, 5, 7, 10, 15, 30, 60, 90, 180, 365, 730, 1825].map((days) => days * DAY)];
  const written = {
    hour: uPlot.fmtDate("{YYYY}-{MM}-{DD} {HH}:{mm}"),
    day: uPlot.fmtDate("{YYYY}-{MM}-{DD}"),
    month: uPlot.fmtDate("{YYYY}-{MM}"),
  }[unit];
  const time = uPlot.fmtDate("{HH}:{mm}");
  // As the table writes them; the hours of a day without its date.
  const tick = (seconds) => {
    const moment = zoned(seconds);
    return unit === "hour" && moment.getHours() > 0 ? time(moment) : written(moment).slice(0, 10);
  };
  const line = (label, style) => ({
    ...style, label, points: { show: rows.length < 60 },
    value: (self, shown) => (shown === null ? "–" : shown.toLocaleString("en")) });
  const draw = () => {
    plot?.destroy();
    const compared = isCompared ? current.slice(1) : [];
    const { lines, ink, grid } = colours();
    const axis = { stroke: ink, grid: { stroke: grid, width: 1 }, ticks: { stroke: grid, width: 1 } };
    const short = new Intl.NumberFormat("en", { notation: "compact" });
    plot = new uPlot({
      width: box.clientWidth, height: 260,
      tzDate: zoned,
      series: [
        { label: unit, value: (self, seconds) => (seconds === null ? "–" : written(zoned(seconds))) },
        ...current.slice(1).map((at, i) => line(heads[at].replace(/^.*: /, ""), { stroke: lines[i], width: 2 })),
        ...compared.map((at, i) => line(heads[at].replace(/^.*: /, "") + " before", { stroke: lines[i], width: 1, dash: [5, 4] })),
      ],
      axes: [{ ...axis, size: 36, incrs: STEPS, space: 76, values: (self, ticks) => ticks.map(tick) }, { ...axis, size: 60, values: (self, ticks) => ticks.map((tick) => short.format(tick)) }],
      scales: { y: { range: (self, low, high) => [0, high * 1.05 || 1] } },
    }, [times, ...current.slice(1).map(column), ...compared.map(before)], box);
    box.setAttribute("aria-label", "Chart of " + current[0] + "; its numbers are in the table below");
  };
  document.getElementById("choice").append(...CHARTS.map((chart) => {
    const button = make("button", { type: "button", textContent: chart[0], ariaPressed: String(chart === current) });
    button.addEventListener("click", () => {
      current = chart;
      document.querySelectorAll("#choice button").forEach((other) => { other.ariaPressed = String(other === button); });
      draw();
    });
    return button;
  }));
  draw();
  addEventListener("resize", draw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
})();
