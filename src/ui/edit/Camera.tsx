import { Button, makeStyles } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useEffect, useRef } from 'react';
import { useTexts } from '../services';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'center', gap: tokens.spacingVerticalS, width: '100%' },
  // Mirrored, as people know themselves from a mirror; the photo that is taken is not.
  video: {
    width: '100%',
    maxHeight: '240px',
    transform: 'scaleX(-1)',
    backgroundColor: tokens.colorNeutralBackground5,
  },
  row: { display: 'flex', gap: tokens.spacingHorizontalS },
});

interface CameraProps {
  readonly onPhoto: (photo: Blob) => void;
  /** There is no camera, or it is not allowed. */
  readonly onRefused: () => void;
  readonly onCancel: () => void;
}

/** Whether the host allows this page a camera, as far as the browser reports it without a prompt. */
export function mayHaveCamera(): boolean {
  const { featurePolicy } = document as { featurePolicy?: { allowsFeature(name: string): boolean } };
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
  return mediaDevices !== undefined && (featurePolicy?.allowsFeature('camera') ?? true);
}

/** Takes a photo with the camera, which is turned off when the component goes. */
export function Camera({ onPhoto, onRefused, onCancel }: CameraProps) {
  const styles = useStyles();
  const texts = useTexts();
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    let isUnmounted = false;
    const opening = navigator.mediaDevices.getUserMedia({ video: { facingMode: 'user', width: { ideal: 1280 } } });
    const stop = (stream: MediaStream): void => {
      for (const track of stream.getTracks()) track.stop();
    };
    opening.then(
      (stream) => {
        if (isUnmounted) stop(stream);
        else if (video.current) video.current.srcObject = stream;
      },
      () => {
        if (!isUnmounted) onRefused();
      },
    );
    return () => {
      isUnmounted = true;
      // Refused: there is no stream to stop.
      opening.then(stop, () => undefined);
    };
  }, [onRefused]);

  const take = async (): Promise<void> => {
    if (!video.current || video.current.videoWidth === 0) return;
    const { videoWidth, videoHeight } = video.current;
    const canvas = new OffscreenCanvas(videoWidth, videoHeight);
    canvas.getContext('2d')?.drawImage(video.current, 0, 0);
    onPhoto(await canvas.convertToBlob({ type: 'image/png' }));
  };

  return (
    <div className={styles.root}>
      <video ref={video} className={styles.video} autoPlay muted playsInline aria-label={texts('camera.picture')} />
      <div className={styles.row}>
        <Button appearance="primary" onClick={() => void take()}>
          {texts('camera.take')}
        </Button>
        <Button onClick={onCancel}>{texts('action.cancel')}</Button>
      </div>
    </div>
  );
}
