export { commentsOf, insertComment, lockComment, setCommentAnswer } from './store.ts';
