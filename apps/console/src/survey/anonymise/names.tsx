import { Button, Card, Group, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { contracts as ANONYMISE } from '../../../../../areas/survey/anonymise/contract.ts';
import { ENTITY_KINDS } from '../../../../../areas/survey/anonymise/entities/schema.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useAct } from '../../ui/form.tsx';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import { Empty, Loaded } from '../../ui/query-state.tsx';
import { keepFile } from '../../ui/save-file.ts';
import { KIND_WORDS, type Listed, ORIGIN_WORDS, PUBLIC } from './words.ts';

const STALE = ['public-editions'] as const;

/** What must not be told of the case, with what is read instead. */
export function Names({ caseId }: { caseId: string }) {
  const { say } = useSpeech();
  const params = { id: caseId };
  const query = useQuery(reading('GET /api/survey/cases/:id/entities', { params }, 'public-editions'));
  return (
    <Card component="section" aria-label={say(PUBLIC.names)}>
      <Tools caseId={caseId} />
      <Loaded query={query}>
        {({ entities }) =>
          entities.length === 0 ? (
            <Empty text={say(PUBLIC.noNames)} />
          ) : (
            <ul className="public-names">
              {entities.map((entity) => (
                <Name key={entity.id} caseId={caseId} entity={entity} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}

/** The form of a name, as it is added and changed. */
function useFields(entity?: Listed) {
  const { say } = useSpeech();
  return {
    kind: {
      kind: 'choice',
      label: say(PUBLIC.kind),
      begin: entity?.kind ?? 'organisation',
      choices: ENTITY_KINDS.map((value) => ({ value, label: say(KIND_WORDS[value]) })),
    },
    names: { kind: 'lines', label: say(PUBLIC.nameLines), begin: entity?.names },
    aliases: { kind: 'lines', label: say(PUBLIC.aliasLines), begin: entity?.aliases },
    label: {
      kind: 'group',
      by: 'ja',
      fields: {
        ja: { kind: 'line', label: say(PUBLIC.labelJa), begin: entity?.label?.ja },
        en: { kind: 'line', label: say(PUBLIC.labelEn), begin: entity?.label?.en },
      },
    },
  } as const;
}

function Tools({ caseId }: { caseId: string }) {
  const { say } = useSpeech();
  const manage = useMay()('survey.manage');
  const client = useQueryClient();
  const fill = useAct('POST /api/survey/cases/:id/entities/filling', {
    stale: STALE,
    said: say(PUBLIC.filled),
  });
  const params = { id: caseId };
  const save = async () => {
    const { yaml } = await client.fetchQuery(
      reading('GET /api/survey/cases/:id/entity-file', { params }, ...STALE),
    );
    keepFile(new Blob([yaml], { type: 'application/yaml' }), 'entities.yaml');
  };
  const fields = useFields();
  return (
    <Group gap="sm" mb="sm">
      {manage && (
        <>
          <Button loading={fill.pending} onClick={() => fill.run({ params, body: {} })}>
            {say(PUBLIC.fill)}
          </Button>
          <AskForm
            by={ANONYMISE}
            act="POST /api/survey/cases/:id/entities"
            label={say(PUBLIC.add)}
            size="sm"
            given={params}
            stale={STALE}
            fields={fields}
          />
          <AskForm
            by={ANONYMISE}
            act="POST /api/survey/cases/:id/entity-file"
            label={say(PUBLIC.import)}
            size="sm"
            given={params}
            stale={STALE}
            fields={{ yaml: { kind: 'text', label: say(PUBLIC.yaml) } }}
          />
        </>
      )}
      <Button variant="default" onClick={() => void save()}>
        {say(PUBLIC.export)}
      </Button>
    </Group>
  );
}

function Name({ caseId, entity }: { caseId: string; entity: Listed }) {
  const { say, list, language, labelled } = useSpeech();
  const manage = useMay()('survey.manage');
  const remove = useAct('POST /api/survey/cases/:id/entities/:entityId/removal', {
    stale: STALE,
    formless: true,
  });
  const { id, kind, names, aliases, label, origin, version } = entity;
  const params = { id: caseId, entityId: id };
  const fields = useFields(entity);
  return (
    <li>
      <Stack gap={2}>
        <b>{list([...names, ...aliases])}</b>
        <small className="quiet">
          {say(KIND_WORDS[kind])} · {say(ORIGIN_WORDS[origin])}
          {label && ` · ${labelled(say(PUBLIC.label), label[language])}`}
        </small>
      </Stack>
      {manage && (
        <Group gap="xs">
          <AskForm
            key={version}
            by={ANONYMISE}
            act="PUT /api/survey/cases/:id/entities/:entityId"
            label={say(PUBLIC.change)}
            given={{ ...params, seen: version }}
            stale={STALE}
            fields={fields}
          />
          <ConfirmButton
            size="compact-md"
            loading={remove.pending}
            onConfirm={() => remove.run({ params, body: { seen: version } })}
          >
            {say(PUBLIC.remove)}
          </ConfirmButton>
        </Group>
      )}
    </li>
  );
}
