// What is set for paper looks on the screen as it will be printed.
import '@fontsource/biz-udpgothic/400.css';
import '@fontsource/biz-udpgothic/700.css';
