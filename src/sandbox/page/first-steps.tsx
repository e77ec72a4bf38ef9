export type FirstStepsProps = {
  done: readonly [boolean, boolean, boolean];
  suggester: string;
  executive: string;
  onStep: (step: 1 | 2 | 3) => void;
  onClose: () => void;
};

/** The whole play in three steps, for a first visit; each ticks itself off. */
export function FirstSteps({ done, suggester, executive, onStep, onClose }: FirstStepsProps) {
  const next = done.indexOf(false) + 1;
  const steps = [
    `As ${suggester}, suggest an article`,
    `Switch to ${executive}, press the button`,
    "See the post",
  ];
  return (
    <aside className="first-steps" aria-label="First steps">
      {next === 0 && (
        <p>✓ Suggested, pressed, posted. Now try to rewrite, to decline, or some trouble backstage.</p>
      )}
      <ol hidden={next === 0}>
        {steps.map((words, index) => {
          const step = (index + 1) as 1 | 2 | 3;
          return (
            <li key={words} className={done[index] ? "done" : step === next ? "next" : ""}>
              <button type="button" className="step" data-step={step} onClick={() => onStep(step)}>
                <span className="step-sign" aria-hidden="true">
                  {done[index] ? "✓" : step}
                </span>
                {words}
              </button>
            </li>
          );
        })}
      </ol>
      <button type="button" className="icon" aria-label="Hide the first steps" onClick={onClose}>
        ✕
      </button>
    </aside>
  );
}
