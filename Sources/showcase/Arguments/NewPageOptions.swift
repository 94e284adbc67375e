import ArgumentParser
import Commands
import Content

/// What pages that are known by a name of their own take.
struct NewPageOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            """
            Its name in the address: a-z, 0-9 and -; of another name the address is made, of Chinese in pinyin. \
            网址中的名称：小写字母、数字和 -；也可写中文名称，网址取其拼音。
            """, valueName: "name"))
    var name: String

    @Option(name: .long, help: ArgumentHelp("Its title; else the name. 标题，默认为名称。", valueName: "text"))
    var title: String?

    @OptionGroup var site: EditingOptions

    /// The beginning of a document.
    func command(_ kind: DocumentKind) -> NewContent {
        NewContent(.document(kind, name: name, title: title), site: site.choice)
    }
}
