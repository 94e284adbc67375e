import ArgumentParser
import Scaffolding

/// What pages that are known by a name of their own take.
struct NewPageOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp("Its name in the address: a-z, 0-9 and -. 网址中的名称：小写字母、数字和 -。", valueName: "slug"))
    var slug: String

    @Option(name: .long, help: ArgumentHelp("Its title; else the name. 标题。", valueName: "text"))
    var title: String?

    @OptionGroup var site: SourceOptions

    func run(_ make: (Scaffold, String, String) -> [Scaffold.File]) throws {
        try NewContentRun(options: site).page(slug: slug) { make($0, slug, title ?? slug) }
    }
}
