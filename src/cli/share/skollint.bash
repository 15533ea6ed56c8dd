# Completion of skollint for bash.
_skollint()
{
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    local commands='check audit compare precedents outline cite rules explain'
    local options='--format --output --beside --rules --profile --lang
        --fail-on --date --today --on --jobs --baseline --explain
        --no-settings --color --quiet --show-personal-data --files-from
        --decision --plan --with --store --huvudman --ocr --time
        --as-template --version --help'
    local choices=

    case $before in
    --format) choices='text json ndjson html markdown csv docx sarif junit' ;;
    --lang) choices='sv en' ;;
    --fail-on) choices='must should advice never' ;;
    --color) choices='auto always never' ;;
    --ocr) choices='auto always never' ;;
    --help) choices='all limits' ;;
    rules) choices='list lint test diff' ;;
    precedents) choices='import list search agree remove' ;;
    esac
    if [[ -z $choices ]]; then
        case $word in
        -*) choices=$options ;;
        *) ((COMP_CWORD == 1)) && choices=$commands ;;
        esac
    fi
    mapfile -t COMPREPLY < <(compgen -W "$choices" -- "$word")
}
complete -o default -F _skollint skollint
