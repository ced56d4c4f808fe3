import { Text } from '@mantine/core';
import { useId } from 'react';

const SCORES = [0, 1, 2, 3];

/** A score from 0 to 3: arrow keys move it, a number says it. */
export function ScoreField({
  label,
  help,
  value,
  onChange,
}: {
  label: string;
  help: string;
  value: number | undefined;
  onChange: (score: number) => void;
}) {
  const id = useId();
  return (
    <fieldset
      className="bare"
      aria-describedby={help ? `${id}-help` : undefined}
      onKeyDown={({ key }) => {
        const score = SCORES.find((each) => String(each) === key);
        if (score !== undefined) onChange(score);
      }}
    >
      <legend>
        <Text fw={600} span>
          {label}
        </Text>
      </legend>
      <div className="survey-scores">
        {SCORES.map((score) => (
          <label key={score} className={`survey-score survey-s${score}`}>
            <input
              type="radio"
              name={id}
              value={score}
              checked={value === score}
              onChange={() => onChange(score)}
            />
            <span>{score}</span>
          </label>
        ))}
      </div>
      {help && (
        <Text id={`${id}-help`} className="quiet" fz="sm">
          {help}
        </Text>
      )}
    </fieldset>
  );
}
