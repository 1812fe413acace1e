import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

/** A button that asks before it does what cannot be seen at once. */
export function Confirm({ label, question, className, onConfirm }: { label: string; question: string; className: string; onConfirm: () => void }) {
  const { t } = useTranslation();
  return (
    <DialogTrigger>
      <Button className={className}>{label}</Button>
      <ModalOverlay className="question-overlay" isDismissable>
        <Modal className="question">
          <Dialog role="alertdialog">
            {({ close }) => (
              <>
                <Heading slot="title">{label}</Heading>
                <p>{question}</p>
                <p className="row">
                  <Button className="button primary" onPress={() => { close(); onConfirm(); }}>{label}</Button>
                  <Button className="button" autoFocus onPress={close}>{t('state.cancel')}</Button>
                </p>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
