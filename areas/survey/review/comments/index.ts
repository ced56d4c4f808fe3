export { insertComments, reviewComments, reviewOfComment, setReviewAnswer } from './store.ts';
