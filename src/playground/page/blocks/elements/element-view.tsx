import { Picture } from '../content/picture.tsx';
import { Undrawn } from '../content/undrawn.tsx';
import type { Placed } from '../form.ts';
import { ButtonElement } from './button-element.tsx';
import { Choices } from './choices.tsx';
import type { ElementNames } from './element-names.ts';
import { FeedbackButtons } from './feedback-buttons.tsx';
import { FileInput } from './file-input.tsx';
import { IconButton } from './icon-button.tsx';
import { OverflowMenu } from './overflow-menu.tsx';
import { ExternalSelect, StaticSelect, WorkspaceSelect } from './select-element.tsx';
import { TextInput } from './text-input.tsx';
import { TimeInput } from './time-input.tsx';

/** Any element of Block Kit; a named placeholder for what is not drawn here. */
export function ElementView({ placed, names }: { placed: Placed; names: ElementNames }) {
  switch (placed.element.type) {
    case 'button':
      return <ButtonElement placed={placed} />;
    case 'overflow':
      return <OverflowMenu placed={placed} />;
    case 'feedback_buttons':
      return <FeedbackButtons placed={placed} />;
    case 'icon_button':
      return <IconButton placed={placed} />;
    case 'image':
      return <Picture image={placed.element} />;
    case 'radio_buttons':
    case 'checkboxes':
      return <Choices placed={placed} names={names} />;
    case 'static_select':
    case 'multi_static_select':
      return <StaticSelect placed={placed} names={names} />;
    case 'external_select':
    case 'multi_external_select':
      return <ExternalSelect placed={placed} names={names} />;
    case 'users_select':
    case 'multi_users_select':
    case 'channels_select':
    case 'multi_channels_select':
    case 'conversations_select':
    case 'multi_conversations_select':
      return <WorkspaceSelect placed={placed} names={names} />;
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <TimeInput placed={placed} names={names} />;
    case 'file_input':
      return <FileInput placed={placed} names={names} />;
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
    case 'rich_text_input':
      return <TextInput placed={placed} names={names} />;
    default:
      return <Undrawn kind="element" value={placed.element} />;
  }
}
