// The people of the demonstration whom the journeys sign in as. Their password stands in
// WAYMARK_E2E_PASSWORD; demo/README says what each of them may do.

const at = (name) => `${name}@demo.example`

export const people = {
  officer: at('officer.sca'), // triages and works on cases in the Scarborough hub
  manager: at('manager.sca'), // the same, and sees what the whole hub is late with
  partner: at('partner.housing'), // a worker of a partner agency: refers, and sees their own
  head: at('head'),
  administrator: at('admin'),
  approver: at('approver'), // decides about the accounts of the police
  analyst: at('analyst'),
  dpo: at('dpo'),
  scrutiny: at('scrutiny'),
  patrol: at('partner.police.har'), // of the police there, with no case in Scarborough
  elsewhere: at('officer.har'), // works on cases in the Harrogate hub
  refuge: at('refuge'), // keeps safe addresses; a second one agrees to their being shown
  refuge2: at('refuge2'),
}
