import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { Notice } from './Notice';
import { usePageServices } from './services';
import { usePageTexts } from './texts';
import { troubleOf } from './troubles';

/** Before the sign-in: what the page is for, what it asks for, and how the last sign-in failed. */
export function StartScreen() {
  const texts = usePageTexts();
  const { failure, groups, signIn } = usePageServices();
  const [failed, setFailed] = useState<unknown>(failure);
  const [isLeaving, setIsLeaving] = useState(false);
  const leave = (): void => {
    setIsLeaving(true);
    signIn().catch((error: unknown) => {
      setFailed(error);
      setIsLeaving(false);
    });
  };
  return (
    <Notice title={texts('start.title')} text={texts('start.next', { groups: String(groups) })}>
      {failed !== null && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{troubleOf(failed, texts).text}</MessageBarBody>
        </MessageBar>
      )}
      <Button appearance="primary" size="large" disabledFocusable={isLeaving} onClick={leave}>
        {texts(isLeaving ? 'start.working' : 'start.signIn')}
      </Button>
    </Notice>
  );
}
