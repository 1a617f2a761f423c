/** Leads to the first field of a form that was refused, where it can be mended. */
export function focusWrong(form: HTMLFormElement, fields: Record<string, string> | undefined) {
  const wrong = Object.keys(fields ?? {}).map((name) => form.elements.namedItem(name))
  const first = [...form.elements].find((field) => wrong.includes(field))
  if (first instanceof HTMLElement) first.focus()
}
