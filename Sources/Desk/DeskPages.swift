import Diagnostics
import Preview
import PreviewServer

/// The editor's desk as a part of the preview: its screens, the files that they load, the page beside a text, and requests.
package struct DeskPages: PreviewDesk {
    private let requests: DeskRequests
    private let token: String?

    /// - Parameter token: what pages of this run send along with what is to be written; `nil` where nothing is.
    package init(_ requests: DeskRequests, token: String?) {
        self.requests = requests
        self.token = token
    }

    package func file(at path: Substring) -> PreviewContent? {
        guard path.hasPrefix(ClientFiles.folder) else { return nil }
        let name = path.dropFirst(ClientFiles.folder.count)
        return ClientFiles.file(named: name) ?? requests.vendors.file(named: name)
    }

    package func answer(
        _ path: Substring, _ request: PreviewRequest, state: PreviewState, words: MessageLanguage, eventID: String
    ) -> PreviewAnswer? {
        if path.hasPrefix("api/") {
            let answer = requests.answer(
                DeskRequest(
                    name: String(path.dropFirst("api/".count)), parameters: request.parameters, body: request.body,
                    isWriting: request.isAction), state: state, words: words)
            return .message(answer.status, answer.value.bytes())
        }
        guard !request.isAction else { return nil }
        if path.hasPrefix("beside/") {
            let page = requests.besidePage(
                at: path.dropFirst("beside".count), tab: request.parameters["tab"] ?? "", state: state)
            return page.map(PreviewAnswer.content) ?? .notFound(nil)
        }
        guard ClientFiles.isComplete, let screen = DeskScreen(path: path) else { return nil }
        return .content(DeskShell(screen: screen, words: words, token: token, eventID: eventID).content)
    }
}
