/** Words that lists of leaked passwords begin with, in lower case and without digits for letters; Japanese ones among them. */
export const COMMON: readonly string[] = `
password passwort passw0rd passwd pass letmein welcome admin administrator root toor guest user login master superuser sysadmin
secret changeme default temp test testing demo sample example hello iloveyou love lovely sunshine princess monkey dragon shadow
football baseball basketball soccer hockey tennis golf superman batman spiderman pokemon pikachu starwars matrix trustno access
flower freedom whatever qwerty azerty asdf zxcv computer internet server database network system security safety private
company office business service support manager summer winter spring autumn january february march april june july august
september october november december monday tuesday wednesday thursday friday saturday sunday michael jordan jennifer jessica
thomas charlie andrew daniel george robert joshua matthew ashley nicole michelle hunter ranger buster killer pepper ginger
cookie banana orange apple cheese chocolate coffee silver golden diamond purple yellow yankees cowboys eagles arsenal chelsea
liverpool barcelona mustang ferrari porsche mercedes yamaha honda toyota nissan suzuki mazda samsung google microsoft windows
android iphone facebook twitter amazon apple adobe oracle cisco linux ubuntu debian postgres mysql mongodb nothing forever
maggie bailey merlin phoenix tigger scooter cowboy boomer harley midnight zaphod london paris berlin tokyo osaka kyoto nagoya
yokohama sapporo fukuoka japan nippon nihon china korea america england france germany canada mexico brazil india australia
sakura himitsu arigatou konnichiwa aishiteru daisuki tomodachi kazoku hanako tarou yamada tanaka satou sato takahashi watanabe
itou nakamura kobayashi kato yoshida sasaki yamamoto matsumoto inoue kimura hayashi shimizu doraemon anpanman totoro naruto
goku luffy hikari hoshi sora umi kaze yuki hana neko inu usagi kuma tora ryu samurai ninja sushi ramen matcha fujisan
パスワード ひみつ さくら ありがとう こんにちは だいすき にほん とうきょう おおさか
sonae incident emergency operator operations control center centre maintenance plant station water power energy hospital railway
airport bank finance telecom government city prefecture ministry backup alert alarm duty oncall
`
  .trim()
  .split(/\s+/);
