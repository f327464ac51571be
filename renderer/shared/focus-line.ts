/** Gives the focus to the line of the list that the keys were at, once what lay over it is gone. */
export function focusLine(): void {
  requestAnimationFrame(() => {
    const line = document.querySelector<HTMLElement>('[role="grid"] [data-row][tabindex="0"], [role="grid"] [data-cell][tabindex="0"]');
    line?.focus({ preventScroll: true });
  });
}
