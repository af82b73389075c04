import { Description, DescriptionList } from '@/components/ui/description-list';
import { Tag } from '@/components/ui/tag';
import { editMessages } from '@/lib/i18n/edit-messages';
import { maskWhereFound } from '@/lib/masking/mask-personal-data';

/** A field that can only be looked at, and why. */
export function MaskedField({ label, text, why }: { label: string; text: string; why?: string | undefined }) {
  const words = editMessages.value;
  return (
    <DescriptionList>
      <Description term={label}>
        <div>{maskWhereFound(text) || words.empty}</div>
        <Tag tone="neutral">{why ?? words.masked}</Tag>
      </Description>
    </DescriptionList>
  );
}
