/** Moves the focus to a control by the id of its field: the control itself, or the first thing in it that takes the focus. */
export function focusField(fieldId: string): boolean {
  const field = document.getElementById(fieldId);
  if (!field) return false;
  const isControl = field.matches('input, textarea, select, button');
  const control = isControl ? field : (field.querySelector<HTMLElement>('[role="spinbutton"], input') ?? field);
  control.focus();
  control.scrollIntoView({ block: 'center' });
  return true;
}
