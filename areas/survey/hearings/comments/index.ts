export { commentsOf, insertComment, linkCommentsOf, lockComment, setCommentAnswer } from './store.ts';
