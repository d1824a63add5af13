import { readAsset } from '../../../../web/kit/index.ts';
import { flowStyles } from '../../pages/styles.ts';

export const publishingSheet = readAsset('flow-publishing', new URL('./publishing.css', import.meta.url));

/** Style sheets of the pages on which flows are compared and published. */
export const publishingStyles = [...flowStyles, publishingSheet];
