# Builds Copydesk from its source. The project has no public address yet: name the archive that
# `uv build` made, and its checksum. Homebrew takes formulae from taps alone; this makes one here.
#
#   export HOMEBREW_COPYDESK_SOURCE=file:///path/to/copydesk-0.1.0.tar.gz
#   export HOMEBREW_COPYDESK_SHA256=$(shasum -a 256 copydesk-0.1.0.tar.gz | cut -d ' ' -f 1)
#   brew tap-new copydesk/local
#   cp packaging/homebrew/copydesk.rb "$(brew --repository copydesk/local)/Formula/"
#   brew install copydesk/local/copydesk
class Copydesk < Formula
  include Language::Python::Virtualenv

  desc "Terminal reader for comparing news coverage"
  url ENV.fetch("HOMEBREW_COPYDESK_SOURCE")
  sha256 ENV.fetch("HOMEBREW_COPYDESK_SHA256")
  license "MIT"

  depends_on "python@3.13"

  def install
    venv = virtualenv_create(libexec, "python3.13")
    system venv.root/"bin/python", "-m", "ensurepip"
    system venv.root/"bin/python", "-m", "pip", "install", buildpath
    bin.install_symlink libexec/"bin/copydesk"
    man1.install libexec/"share/man/man1/copydesk.1"
    generate_completions_from_executable(bin/"copydesk", "completion", shells: [:bash, :zsh, :fish, :pwsh])
  end

  test do
    (testpath/"first.txt").write "The ferry left the old harbour at dawn with forty crates of oranges."
    (testpath/"second.txt").write "Rain. The ferry left the old harbour at dawn with forty crates of oranges."
    assert_match "verbatim", shell_output("#{bin}/copydesk compare first.txt second.txt")
  end
end
