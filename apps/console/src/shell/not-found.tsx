import { useSpeech } from '../language.tsx';
import { ButtonLink } from '../ui/links.tsx';
import { Empty } from '../ui/query-state.tsx';
import { W } from '../words.ts';

/** An address nobody knows. */
export function NotFound() {
  const { say } = useSpeech();
  return (
    <div className="page">
      <Empty text={say(W.notFound)}>
        <ButtonLink to="/" variant="default">
          {say(W.now)}
        </ButtonLink>
      </Empty>
    </div>
  );
}
