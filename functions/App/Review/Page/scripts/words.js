// How things are said on the page.

export const BANDS = {
  hi: { sign: "●", name: "high" },
  med: { sign: "◆", name: "medium" },
  low: { sign: "▲", name: "low" },
};

export const STATES = { working: "in work", open: "to review", approved: "approved", failed: "failed" };

const UNITS = [["day", 86400], ["hour", 3600], ["minute", 60]];
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

/** How long ago, in words. */
export function ago(moment) {
  const seconds = (new Date(moment) - Date.now()) / 1000;
  for (const [unit, length] of UNITS) {
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
  }
  return "just now";
}

export function dateTime(moment) {
  return full.format(new Date(moment));
}

/** A domain's short name: most are documents anyway. */
export function domainName(domain) {
  return domain.replace(/^document\./, "");
}

/** billing_address becomes Billing address. */
export function title(name) {
  const spaced = String(name).replaceAll("_", " ").trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

export function percent(share, digits = 0) {
  return `${(share * 100).toFixed(digits)} %`;
}

export function count(number, one, many = one + "s") {
  return `${number.toLocaleString()} ${number === 1 ? one : many}`;
}
