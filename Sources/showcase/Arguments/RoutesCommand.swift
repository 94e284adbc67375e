import ArgumentParser
import Commands

/// `showcase routes`
struct RoutesCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "routes",
        abstract: "List every address of the site. 列出站点的全部网址。",
        discussion: """
            One address a line, sorted; with --kinds its kind before it, separated by a tab.
            每行一个网址，按网址排列；加 --kinds 时先写种类，以制表符隔开。

            Examples · 示例:
              showcase routes
              showcase routes --kinds --drafts
            """)

    @OptionGroup var site: SiteOptions

    @Flag(name: .long, help: "Write the kind of each address before it. 在网址前写出种类。")
    var kinds = false

    func command() -> any Command { ListRoutes(site.request, showsKinds: kinds) }
}
