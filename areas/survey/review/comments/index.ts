export {
  insertComments,
  type NewReviewComment,
  reviewComments,
  reviewOfComment,
  setReviewAnswer,
} from './store.ts';
