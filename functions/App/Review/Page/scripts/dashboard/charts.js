// The charts, drawn by uPlot in the page's own colours.

import uPlot from "../vendor/uplot.js";

const HEIGHT = 200;

export function amounts(days, width) {
  return plot(days, width, [
    { label: "pages", stroke: colour("--muted-line"), fill: colour("--pages"), values: days.map((day) => day.pages) },
    { label: "documents", stroke: colour("--accent"), fill: colour("--accent"), values: days.map((day) => day.documents) },
  ]);
}

/** Stacked: each bar is drawn over the one that holds it as well. */
export function bands(days, width) {
  return plot(days, width, [
    { label: "▲ low", stroke: colour("--low"), fill: colour("--low"), values: days.map((day) => day.hi + day.med + day.low), shown: days.map((day) => day.low) },
    { label: "◆ medium", stroke: colour("--med"), fill: colour("--med"), values: days.map((day) => day.hi + day.med), shown: days.map((day) => day.med) },
    { label: "● high", stroke: colour("--hi"), fill: colour("--hi"), values: days.map((day) => day.hi), shown: days.map((day) => day.hi) },
  ]);
}

export function costs(days, width) {
  return plot(days, width, [{ label: "cost", stroke: colour("--accent"), fill: colour("--accent"), values: days.map((day) => day.cost) }]);
}

function plot(days, width, series) {
  const moments = days.map((day) => Date.parse(`${day.date}T00:00:00Z`) / 1000);
  const bars = uPlot.paths.bars({ size: [0.7, 40] });
  const grid = { stroke: colour("--grid"), width: 1 };
  const axis = { stroke: colour("--text-soft"), grid, ticks: grid, font: "12px system-ui" };
  return new uPlot(
    {
      width, height: HEIGHT,
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "UTC"),
      scales: { x: { time: true, range: [moments[0] - 43200, moments.at(-1) + 43200] }, y: { range: (_, low, high) => [0, high > 0 ? high * 1.1 : 1] } },
      axes: [{ ...axis, values: "{MMM} {D}" }, { ...axis, size: 56 }],
      cursor: { drag: { x: false, y: false }, points: { show: false } },
      series: [
        { label: "Day", value: (_, value) => (value === null ? "all" : new Date(value * 1000).toISOString().slice(0, 10)) },
        ...series.map((each) => ({
          label: each.label, stroke: each.stroke, width: 0, fill: each.fill, paths: bars, points: { show: false },
          value: (_, __, ___, index) => figure(each.shown ?? each.values, index),
        })),
      ],
    },
    [moments, ...series.map((each) => each.values)],
  );
}

/** What the legend says of a series: the day under the pointer, else all days together. */
function figure(values, index) {
  const value = index === null || index === undefined ? values.reduce((sum, each) => sum + each, 0) : values[index];
  return value.toLocaleString(undefined, { maximumFractionDigits: 2 });
}

/** The colour that a name has in the theme of this moment; the property itself holds the colours of both themes. */
function colour(name) {
  const probe = document.createElement("span");
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
