export {
  fileRows,
  findRows,
  type Found,
  type ListColumn,
  type ListFilter,
  type ListSpec,
} from './find-rows.ts';
export { ListBar, ListCount, ListFile, type ListPlace } from './list-bar.tsx';
export { ListPages } from './list-pages.tsx';
export { isNarrowed, listAddress, type ListShape, type ListState, readListState } from './list-state.ts';
export { ListTable } from './list-table.tsx';
