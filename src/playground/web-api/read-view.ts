import { z } from 'zod';
import { completeBlocks } from '../blocks/complete-blocks.ts';
import { identifier, limitedText, plainText } from '../blocks/composition-schemas.ts';
import { withInnerBlocks } from '../blocks/inner-blocks.ts';
import { interactiveElements, validateBlocks } from '../blocks/validate-blocks.ts';
import type { Block } from '../state/messages.ts';
import type { View } from '../state/views.ts';
import type { Workspace } from '../state/workspace.ts';
import { explainedError, MethodError } from './method-error.ts';

/** "Greater than 250kb" is refused. */
const maximumBytes = 250_000;

const buttonText = plainText(24);
const commonFields = {
  blocks: z.unknown(),
  private_metadata: limitedText(3000, 0).optional(),
  callback_id: identifier.optional(),
  external_id: limitedText(255, 0).optional(),
};

const viewSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('modal'),
    title: buttonText,
    submit: buttonText.optional(),
    close: buttonText.optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
    ...commonFields,
  }),
  z.strictObject({ type: z.literal('home'), ...commonFields }),
]);

/** What an app says about a view; the rest of a {@link View} is Slack's to fill in. */
export type ViewContent = Pick<
  View,
  | 'type'
  | 'callbackId'
  | 'privateMetadata'
  | 'externalId'
  | 'title'
  | 'submit'
  | 'close'
  | 'blocks'
  | 'clearOnClose'
  | 'notifyOnClose'
  | 'submitDisabled'
>;

const problem = (message: string, path: readonly PropertyKey[]): string =>
  `${message} [json-pointer:/view/${path.map(String).join('/')}]`;

function initialProblems(raw: unknown, type: View['type']): string[] {
  const parsed = viewSchema.safeParse(raw);
  if (!parsed.success) {
    return parsed.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => problem(`invalid additional property: ${key}`, issue.path))
        : [problem(issue.message, issue.path)],
    );
  }
  const view = parsed.data;
  if (view.type !== type) return [problem(`must be of type ${type}`, ['type'])];
  const problems = validateBlocks(view.blocks, type, ['view', 'blocks']);
  if (problems.length > 0 || view.type === 'home') return problems;
  const hasInputs = (view.blocks as Block[]).some((block) => block.type === 'input');
  return hasInputs && view.submit === undefined
    ? [problem('must define `submit` to use an `input` block in modals', ['submit'])]
    : [];
}

/**
 * Checks a view.
 *
 * @param except id of the view that may keep its `external_id`.
 * @throws {MethodError} `invalid_arguments`, `view_too_large`, `duplicate_external_id`.
 */
export function readView(
  workspace: Workspace,
  raw: unknown,
  type: View['type'],
  except?: string,
): ViewContent {
  const problems = initialProblems(raw, type);
  if (problems.length > 0) throw explainedError('invalid_arguments', problems);
  if (Buffer.byteLength(JSON.stringify(raw)) > maximumBytes)
    throw new MethodError('view_too_large');
  const view = viewSchema.parse(raw);
  const externalId = view.external_id ?? '';
  const isTaken = Object.values(workspace.state.views).some(
    (other) => other.externalId === externalId && other.id !== except,
  );
  if (externalId !== '' && isTaken) throw new MethodError('duplicate_external_id');
  const modal = view.type === 'modal' ? view : undefined;
  return {
    type,
    callbackId: view.callback_id ?? '',
    privateMetadata: view.private_metadata ?? '',
    externalId,
    title: modal?.title ?? null,
    submit: modal?.submit ?? null,
    close: modal?.close ?? null,
    blocks: completeBlocks(workspace, view.blocks as Block[]),
    clearOnClose: modal?.clear_on_close ?? false,
    notifyOnClose: modal?.notify_on_close ?? false,
    submitDisabled: modal?.submit_disabled ?? false,
  };
}

/** The elements of input blocks, with the ids under which their values are kept. */
export function inputElements(view: Pick<View, 'blocks'>) {
  return withInnerBlocks(view.blocks).flatMap((block) =>
    interactiveElements(block).map((element) => ({
      block,
      element,
      blockId: block.block_id ?? '',
      actionId: typeof element.action_id === 'string' ? element.action_id : '',
    })),
  );
}
