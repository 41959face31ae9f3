// The document as it is shown: predictions, what people changed since, and what is selected.

/** Emits "select" (field or null), "hover" (path or null), "change" (field), "review". */
export function createModel(shown) {
  const events = new EventTarget();
  const fields = shown.fields.map((predicted) => ({ ...predicted, predicted, correction: null }));
  const byPath = new Map(fields.map((field) => [field.path, field]));
  const model = {
    shown, fields, byPath,
    pages: pagesOf(shown),
    selected: null,
    hovered: null,
    place: 0,
    on: (name, act) => events.addEventListener(name, (event) => act(event.detail)),
    select,
    hover,
    apply,
    setReview,
    next,
  };

  function emit(name, detail) {
    events.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** Chooses a field. The origin ("box" or "list") tells who need not scroll. */
  function select(path, origin) {
    const field = path === null ? null : (byPath.get(path) ?? null);
    if (field === model.selected && origin !== "again") {
      // Another click on a field that stands on several pages goes to the next of them.
      if (field && origin === "list" && field.boxes.length > 1) model.place = (model.place + 1) % field.boxes.length;
    } else model.place = 0;
    model.selected = field;
    emit("select", { field, origin });
  }

  function hover(path) {
    if (model.hovered === path) return;
    model.hovered = path;
    emit("hover", path);
  }

  /** Takes a stored correction over into what is shown; the prediction stays beside it. */
  function apply(correction) {
    const field = byPath.get(correction.path);
    if (!field) return;
    field.correction = correction;
    field.value = correction.value;
    field.boxes = correction.boxes ?? field.predicted.boxes;
    emit("change", field);
  }

  function setReview(review) {
    shown.review = review;
    emit("review", review);
  }

  /** The next or previous field that fits, from the selected one on and around the end. */
  function next(step, fits) {
    const at = model.selected ? fields.indexOf(model.selected) : step > 0 ? -1 : fields.length;
    for (let i = 1; i <= fields.length; i++) {
      const field = fields[(((at + step * i) % fields.length) + fields.length) % fields.length];
      if (fits(field)) return field;
    }
    return null;
  }

  for (const correction of shown.corrections) apply(correction);
  return model;
}

/** Needs a look: low confidence, a value, and nobody has looked yet. */
export function isDoubtful(field) {
  return field.confidence === "low" && field.value.kind !== "null" && !field.correction;
}

/** The class that colours a field: its confidence, or that a person vouches for it. */
export function bandOf(field) {
  return field.correction ? "checked" : field.confidence;
}

/** A page that could not be read has no size of its own: it stands as a page of the usual shape with its reason. */
function pagesOf(shown) {
  const pages = new Map(shown.pages.map((page) => [page.number, { ...page, error: null }]));
  for (const error of shown.errors) {
    if (error.step === "read" && error.page > 0 && !pages.has(error.page)) {
      pages.set(error.page, { number: error.page, width: 850, height: 1100, error: error.message });
    }
  }
  return [...pages.values()].sort((a, b) => a.number - b.number);
}
